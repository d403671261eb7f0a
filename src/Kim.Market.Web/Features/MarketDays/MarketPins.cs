using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>
/// Six digits on the buyer's own page, with which they fetch everything at the market. They follow from the key to that page, which nobody
/// else has, so they are kept nowhere.
/// </summary>
public sealed class MarketPins(NpgsqlDataSource db, OrderTokens tokens)
{
    /// <summary>So often may it be typed wrongly; with more, it would be guessed.</summary>
    public const int MostTries = 5;

    public async ValueTask<string> ForAsync(Guid checkout, Guid day, DateOnly date, CancellationToken ct)
    {
        var key = await tokens.ForAsync(new Id<Checkout>(checkout), ct);
        var drawn = SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"hari pasar {key} {day:N} {date:yyyyMMdd}")));
        return (BinaryPrimitives.ReadUInt32BigEndian(drawn) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether this is the PIN, and one of the tries that are left. Each counts before it is compared, so that a hundred at once are no more than one by one.</summary>
    public async Task<bool> TryAsync(Guid checkout, Guid day, DateOnly date, string? typed, CancellationToken ct)
    {
        var counted = await db.RowsAsync<int>(
            $"""
            insert into app.market_tries as t (checkout_id, market_day, market_date, tries) values ({checkout}, {day}, {date}, 1)
            on conflict (checkout_id, market_day, market_date) do update set tries = t.tries + 1 where t.tries < {MostTries}
            returning tries
            """, ct);
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        var pin = await ForAsync(checkout, day, date, ct);
        var fits = counted.Count == 1 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(pin));
        if (fits)
        {
            await db.ExecuteAsync(
                $"update app.market_tries set tries = tries - 1 where checkout_id = {checkout} and market_day = {day} and market_date = {date} and tries > 0", ct);
        }

        return fits;
    }
}
