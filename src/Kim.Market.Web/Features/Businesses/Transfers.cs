using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>Passes a stall from those who helped to whom it belongs: by six digits, typed on the owner's own telephone.</summary>
/// <remarks>Six digits are few: a code holds for two days, for five tries and for one stall, and is kept as a slow hash.</remarks>
public sealed class Transfers(NpgsqlDataSource db, Marketplace market, TimeProvider clock)
{
    public const int MostTries = 5;

    public static readonly TimeSpan Holds = TimeSpan.FromHours(48);

    private const int Digits = 6;
    private const int Rounds = 100_000;

    /// <summary>Makes a code; an earlier one is worth nothing from then on. That the asker looks after the stall, the caller has checked.</summary>
    public async Task<(string Code, Refusal? Refusal)> OfferAsync(Id<Business> business, Asker asker, CancellationToken ct)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var now = clock.GetUtcNow();
        var until = now + Holds;
        var hash = HashOf(business.Value, code);
        Sql keep = $"""
            insert into app.transfer_codes (business_id, hash, expires_at) values ({business.Value}, {hash}, {until})
            on conflict (business_id) do update set hash = excluded.hash, expires_at = excluded.expires_at, tries = 0, used_at = null
            """;
        return (code, await market.TellAsync(business, (Business known) => known.OfferTransfer(until, now), asker.By(), ct, () => [keep]));
    }

    /// <summary>The stall whose code this is; null when it is not, or is worth nothing any more. A right code is used up by it.</summary>
    public async Task<Guid?> RedeemAsync(string slug, string typed, CancellationToken ct)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length != Digits)
        {
            return null;
        }

        // counted before it is compared: of many tries at once, five are compared
        var now = clock.GetUtcNow();
        var tried = await db.RowsAsync<Try>(
            $"""
            update app.transfer_codes c set tries = c.tries + 1
            from businesses b
            where b.slug = {slug} and c.business_id = b.business_id and c.used_at is null and c.expires_at > {now} and c.tries < {MostTries}
            returning c.business_id, c.hash
            """, ct);
        return tried is [var code] && CryptographicOperations.FixedTimeEquals(code.Hash, HashOf(code.BusinessId, digits))
            && await db.ExecuteAsync(
                $"update app.transfer_codes set used_at = {now} where business_id = {code.BusinessId} and hash = {code.Hash} and used_at is null", ct) == 1
            ? code.BusinessId
            : null;
    }

    private static byte[] HashOf(Guid business, string code) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), business.ToByteArray(), Rounds, HashAlgorithmName.SHA256, 32);

    private sealed record Try(Guid BusinessId, byte[] Hash);
}
