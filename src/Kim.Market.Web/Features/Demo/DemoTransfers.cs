using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Payments;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>The seller whom the demo signs in as takes transfers, into an account that nobody has, and waits for one.</summary>
public sealed class DemoTransfers(AccountDesk tills, OrderDesk desk, NpgsqlDataSource db)
{
    private static readonly BankAccount Nobodys = new("Bank Contoh", "0000000001", "Pemilik Lapak Contoh");

    public async Task MakeAsync(Id<Business> stall, Asker owner, DateTimeOffset at, CancellationToken ct)
    {
        await tills.KeepAsync(stall.Value, Nobodys, owner, ct, at);

        // Not the oldest: that one is left for whoever looks around to answer.
        var waiting = await db.RowsAsync<Guid>(
            $"select order_id from orders where business_id = {stall.Value} and status = {(short)OrderStatus.Placed} order by placed_at, number offset 1 limit 1", ct);
        foreach (var order in waiting)
        {
            await desk.TellAsync(new Id<Order>(order), version: null, (known, now) => known.Accept(now), owner.By(at: at), ct, at);
        }
    }
}
