using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Browser.Tests;

/// <summary>What happens in villages, and is looked at by their office.</summary>
public sealed partial class MarketSite
{
    /// <summary>Somebody new in the office of the kabupaten.</summary>
    public Task<(string Phone, string Password)> NewOfficerAsync() => OfficerAsync(Fair.Phone());

    /// <summary>An order of a fair's goods that was completed then.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> SoldAsync(Fair fair, RegionCode village, DateTimeOffset at)
    {
        var (market, id, goods, by) = (_app.Services.GetRequiredService<Marketplace>(), Id<Order>.New(), fair.Goods[0], new Metadata(At: at));
        var number = OrderNumber.Of(id, at);
        Assert.Null(await market.BeginAsync(
            id, Order.Place(
                id, number, Id<Checkout>.New(), Id<Buyer>.New(), goods.Stall.Id, fair.Kim, village,
                [new OrderLine(goods.Id, goods.Name, "bungkus", 2, new(goods.Price))], Handover.Pickup, null, at), by, CancellationToken.None));
        foreach (var step in new Func<Order, Decision<OrderEvent>>[] { order => order.Accept(at), order => order.MakeReady(at), order => order.HandOver(at) })
        {
            Assert.Null(await market.TellAsync(id, step, by, CancellationToken.None));
        }

        return number;
    }

    /// <summary>The open data as it stands now; by itself a day is published when it is over.</summary>
    public Task PublishAsync() => _app.Services.GetRequiredService<DataPress>().PublishAsync(
        DateFormat.DayIn(DateTimeOffset.UtcNow, Zone.Wita), TestContext.Current.CancellationToken);

    /// <summary>An officer looks at what waits of a KIM, and finds it right.</summary>
    public async Task ConfirmAsync(Fair fair)
    {
        var waiting = await _app.Services.GetRequiredService<NpgsqlDataSource>().QueryAsync(
            $"select potential_id from potentials where group_id = {fair.Kim.Value}", row => row.GetGuid(0), CancellationToken.None);
        await new Cast(_app.Services).Confirmed(new Id<Potential>(waiting.Single()));
    }

    /// <summary>A village of its own with a KIM, and a figure that an officer has looked at.</summary>
    public async Task<Guid> VillageAsync(string code)
    {
        var (cast, village) = (new Cast(_app.Services), RegionCode.Parse(code));
        var (id, _) = await cast.Potential(await cast.Kim("KIM Kertas Contoh", village), Boats(12), village);
        await cast.Confirmed(id);
        return id.Value;
    }

    /// <summary>Its KIM counts anew, and an officer looks at it.</summary>
    public async Task CountAnewAsync(Guid potential, decimal boats)
    {
        var id = new Id<Potential>(potential);
        await _app.Services.GetRequiredService<Marketplace>().TellAsync(
            id, (Potential known) => known.Revise(Boats(boats), DateTimeOffset.UtcNow), new Metadata(), CancellationToken.None);
        await new Cast(_app.Services).Confirmed(id);
    }

    private static PotentialSheet Boats(decimal count) =>
        new(PotentialKind.Fishery, "Nelayan di muara", "Berangkat sebelum subuh.", [new("Perahu", count, "perahu", 2025, "Catatan KIM", null)], [], null, null);
}
