using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>An invented office finds, weeks later, that some orders were none, and once that it was wrong itself; through the same desk as everybody.</summary>
public sealed class DemoCorrections(OrderDesk desk, NpgsqlDataSource db)
{
    /// <summary>Of so many completed orders one is looked at closely.</summary>
    private const int OneOf = 60;

    private static readonly (StrikeReason Reason, string Note)[] Findings =
    [
        (StrikeReason.Trial, "Pesanan percobaan saat belajar memakai lapak, menurut penjualnya."),
        (StrikeReason.Twice, "Pesanan yang sama dibuat dua kali, barangnya satu."),
        (StrikeReason.BothSayUndone, "Pembeli dan penjual sama-sama menyatakan barangnya kembali."),
    ];

    public async Task MakeAsync(Id<Office> office, RegionCode region, DemoCalendar calendar, CancellationToken ct)
    {
        var completed = await db.RowsAsync<Completed>(
            $"""
            select order_id, touched_at from orders
            where status = {(short)OrderStatus.Completed} and village like {region.Value + ".%"} and touched_at < {calendar.Eve.AddDays(-70)}
            order by touched_at, order_id
            """, ct);
        foreach (var (n, order) in completed.Where((_, n) => n % OneOf == OneOf / 2).Index())
        {
            var found = new DateTimeOffset(order.TouchedAt).AddDays(20 + (n * 7 % 45));
            var (reason, note) = Findings[n % Findings.Length];
            await TellAsync(order.OrderId, (known, at) => known.Strike(office, reason, note, at), found, ct);
            if (n % 7 == 3)
            {
                await TellAsync(order.OrderId, (known, at) => known.CountAgain(office, "Setelah ditanya lagi, jual belinya sungguhan.", at), found.AddDays(4), ct);
            }
        }
    }

    private async Task TellAsync(Guid order, Func<Order, DateTimeOffset, Decision<OrderEvent>> decide, DateTimeOffset at, CancellationToken ct)
    {
        if (await desk.TellAsync(new Id<Order>(order), version: null, decide, new Metadata(), ct, at) is { } refusal)
        {
            throw new InvalidOperationException($"The demo's correction of {order} was refused: {refusal.Code}.");
        }
    }

    private sealed record Completed(Guid OrderId, DateTime TouchedAt);
}
