using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Payments;

/// <summary>
/// Draws the code that tells one transfer from another, for the transaction that makes an order payable. The index
/// <see cref="Constraints.TransferOnce"/> has the last word: whoever drew what somebody else took in the same moment draws again.
/// </summary>
public sealed class UniqueCodes(NpgsqlDataSource db)
{
    /// <summary>Whoever lost so many draws in a row sells without a code: nobody's order fails for it.</summary>
    public const int MostDraws = 8;

    /// <summary>What an order is told with what has just been decided; nothing where it cannot be paid by transfer, or has its code.</summary>
    /// <param name="order">As it is after that.</param>
    /// <param name="lost">How many draws for it were lost before.</param>
    public async Task<Decision<OrderEvent>> ForAsync(Order order, Decision<OrderEvent> decided, int lost, DateTimeOffset now, CancellationToken ct)
    {
        if (!order.AwaitsCode || lost >= MostDraws || !decided.Any(SetsTotal))
        {
            return [];
        }

        // An order that waited for days is not in the statement of this one, but its money may still come.
        var highest = order.Total + UniqueCode.MostFor(order.Total);
        var rows = await db.RowsAsync<Spoken>(
            $"""
            select q.account, b.village, o.transfer, o.code_day, coalesce(o.code_open, false) as is_open
            from businesses b
            join vault.accounts q on q.business_id = b.business_id
            left join orders o on o.code_account = q.account and o.transfer > {order.Total.Amount} and o.transfer <= {highest.Amount}
                and o.code is not null and (o.code_open or o.code_day >= {DateOnly.FromDateTime(now.UtcDateTime)})
            where b.business_id = {order.Seller.Value} and b.codes and {QrisCodes.Counts}
            """, ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var today = DateFormat.DayIn(now, Zone.Of(IndonesianTime.ZoneOf(RegionCode.Parse(rows[0].Village))));
        var spoken = rows.Where(row => row.IsOpen || row.CodeDay == today).Select(row => row.Amount).ToHashSet();
        var open = rows.Where(row => row.IsOpen && row.CodeDay == today).Select(row => row.Amount).ToHashSet();
        return UniqueCode.Pick(order.Total, spoken, open, RandomNumberGenerator.GetInt32(1000)) is { } code
            ? order.GiveCode(rows[0].Account, code, today, now)
            : [];
    }

    // Both have said yes, or what was agreed has changed since.
    private static bool SetsTotal(OrderEvent happened) =>
        happened is OrderAccepted or DeliveryQuoteAgreed or MarketShareChanged { AgreeBy: null } or MarketShareAgreed;

    private sealed record Spoken(Guid Account, string Village, long? Transfer, DateOnly? CodeDay, bool IsOpen)
    {
        public Rupiah Amount => new(Transfer ?? 0);
    }
}
