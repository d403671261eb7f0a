using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Stocks;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>What an order of a line gives back goes on to the next in it, as long as there is one.</summary>
public class PassedOnTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_offered_to_whoever_waits_and_lies_on_no_shelf_meanwhile()
    {
        var (goods, harvest, keys) = await LineAsync(people: 3, came: 20);
        await TakeAsync(keys[0]);
        Assert.Equal((10, 10), await _cast.StockOf(goods));

        Assert.Null(await RejectAsync(app.Services.GetRequiredService<OrderDesk>(), await OrderOf(harvest, 0)));

        Assert.Equal((0, 0), await _cast.StockOf(goods));
        var state = await Ripening.State(app, harvest);
        Assert.Equal((0, 20, PlaceState.Offered), (state.Confirmed, state.Offered, state.Places[2].State));
        await TakeAsync(keys[2]);
        Assert.Equal((10, 10), await _cast.StockOf(goods));
        Assert.DoesNotContain(await app.Services.GetRequiredService<StockCheck>().DifferencesAsync(Ct), one => one.ProductId == goods.Id.Value);
        var ledger = await app.Visitor().Visit($"/panen/{harvest}");
        Assert.Contains("untuk antrean berikutnya", ledger.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_waits_any_more_it_lies_on_the_shelf()
    {
        var (goods, harvest, keys) = await LineAsync(people: 2, came: 20);
        await TakeAsync(keys[0]);

        Assert.Null(await RejectAsync(app.Services.GetRequiredService<OrderDesk>(), await OrderOf(harvest, 0)));

        Assert.Equal((10, 0), await _cast.StockOf(goods));
    }

    [Fact]
    public async Task What_its_seller_says_is_not_there_is_offered_to_nobody()
    {
        var (goods, harvest, keys) = await LineAsync(people: 3, came: 20);
        await TakeAsync(keys[0]);

        Assert.Null(await RejectAsync(app.Services.GetRequiredService<OrderDesk>(), await OrderOf(harvest, 0), RejectionReason.OutOfStock));

        Assert.Equal((10, 0), await _cast.StockOf(goods));
        Assert.Equal(PlaceState.Waiting, (await Ripening.State(app, harvest)).Places[2].State);
    }

    [Fact]
    public async Task Of_many_that_are_refused_and_taken_at_once_on_two_nodes_no_more_is_promised_than_came()
    {
        var (goods, harvest, _) = await LineAsync(people: 18, came: 120);
        var places = (await Ripening.State(app, harvest)).Places;
        QueueDesk[] queues = [app.Services.GetRequiredService<QueueDesk>(), ActivatorUtilities.CreateInstance<QueueDesk>(app.Services, ActivatorUtilities.CreateInstance<HarvestDesk>(app.Services))];
        OrderDesk[] orders = [app.Services.GetRequiredService<OrderDesk>(), ActivatorUtilities.CreateInstance<OrderDesk>(app.Services)];
        foreach (var place in places.Take(8))
        {
            Assert.Null(await Take(queues[0], harvest, place.Id));
        }

        var taken = (await Ripening.State(app, harvest)).Places.Take(8).Select(place => place.Order!.Value).ToList();
        var answers = await Task.WhenAll(
        [
            .. taken.SelectMany((order, n) => new[] { RejectAsync(orders[n % 2], order), RejectAsync(orders[(n + 1) % 2], order) }),
            .. places.Skip(8).Take(4).Select((place, n) => Take(queues[n % 2], harvest, place.Id)),
        ]);

        Assert.All(answers, Assert.Null);
        var state = await Ripening.State(app, harvest);
        Assert.True(state.Confirmed + state.Offered + state.Shelved <= 120);
        var passedOn = state.Places.Count(place => place.IsGivenBack);
        var (onHand, reserved) = await _cast.StockOf(goods);
        Assert.Equal((10 * (8 - passedOn) + 40, 40), (onHand, reserved)); // four living orders, and what came back after the line was over
        Assert.Equal(6, state.Places.Skip(12).Count(place => place.State is PlaceState.Offered or PlaceState.Missed));
        Assert.Equal(Math.Min(6, passedOn), state.Places.Skip(12).Count(place => place.State == PlaceState.Offered));
        Assert.DoesNotContain(await app.Services.GetRequiredService<StockCheck>().DifferencesAsync(Ct), one => one.ProductId == goods.Id.Value);
    }

    private static Task<Refusal?> Take(QueueDesk queue, Id<Harvest> harvest, Id<QueuePlace> place) =>
        queue.TakeAsync(new(harvest, place, Handover.Pickup, null, null, null, new(600_000)), new(), Ct);

    private static Task<Refusal?> RejectAsync(OrderDesk desk, Id<Order> order, RejectionReason reason = RejectionReason.CannotDeliver) =>
        desk.TellAsync(order, version: null, (known, now) => known.Reject(reason, now), new(), Ct);

    private async Task<Id<Order>> OrderOf(Id<Harvest> harvest, int place) => (await Ripening.State(app, harvest)).Places[place].Order!.Value;

    private async Task<Browser> TakeAsync(string key) =>
        await (await app.Visitor().Visit($"/antrean/{key}")).Submit("take-form", ("Input.Handover", "Pickup"));

    private async Task<(Goods Goods, Id<Harvest> Harvest, List<string> Keys)> LineAsync(int people, int came)
    {
        var goods = await _cast.Goods(await _cast.Stall("Kebun Contoh"), "Durian Contoh", 60_000, stock: 0);
        var harvest = await Ripening.Announced(app, goods);
        var keys = new List<string>();
        for (var i = 0; i < people; i++)
        {
            keys.Add(await Ripening.Queue(app, harvest));
        }

        await Ripening.Open(app, harvest, came);
        return (goods, harvest, keys);
    }
}
