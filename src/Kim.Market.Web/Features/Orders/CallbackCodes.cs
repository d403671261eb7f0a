using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>
/// Four digits on the buyer's page, which a seller in doubt asks for on the telephone: whoever can read them out has the number
/// that stands on the order, and the order.
/// </summary>
public sealed class CallbackCodes(NpgsqlDataSource db, OrderTokens tokens)
{
    /// <summary>So often may a seller try; with more, four digits would be guessed.</summary>
    public const int MostTries = 5;

    public async ValueTask<string> ForAsync(Id<Order> order, CancellationToken ct)
    {
        var drawn = SHA256.HashData(Encoding.ASCII.GetBytes("telepon " + await tokens.ForAsync(order, ct)));
        return (BinaryPrimitives.ReadUInt32BigEndian(drawn) % 10_000).ToString("0000", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether this is the code, and one of the tries that are left.</summary>
    public async Task<bool> TryAsync(Id<Order> order, string? typed, CancellationToken ct)
    {
        var counted = await db.RowsAsync<int>(
            $"""
            insert into app.callback_tries as t (order_id, tries) values ({order.Value}, 1)
            on conflict (order_id) do update set tries = t.tries + 1 where t.tries < {MostTries}
            returning tries
            """, ct);
        var code = await ForAsync(order, ct);
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return counted.Count == 1 && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digits), Encoding.ASCII.GetBytes(code));
    }
}
