using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Till;

/// <summary>A seller is stopped while somebody stands at the till.</summary>
public class SuspendedMeanwhileTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_that_meets_a_suspension_waits_for_it_and_is_not_placed()
    {
        var goods = await _cast.Goods(await _cast.Stall(kim: await _cast.Kim()));
        var buyer = await AtTheTill(goods);
        var kim = await app.Marketplace.LoadAsync<Group, GroupEvent>(goods.Stall.Kim, Ct);
        var reached = $"kim {goods.Stall.Kim.Value}";

        // all of it is written, and takes its time to commit
        var suspending = app.Services.GetRequiredService<EventStore>().CommitAsync(
            new Commit(new()).Append(
                goods.Stall.Kim.Value, "group", kim.Version, [new GroupSuspended(SuspensionReason.Other, "Sengketa.", null, app.Clock.GetUtcNow())], kim.History)
                .Also($"select set_config('application_name', {reached}, true), pg_sleep(0.8)"),
            Ct);
        while ((await app.Db.QueryAsync($"select count(*) from pg_stat_activity where application_name = {reached}", row => row.GetInt64(0), Ct))[0] == 0)
        {
            await Task.Delay(10, Ct);
        }

        await buyer.Submit("place-order", Shopping.Answers());
        Assert.True(suspending.IsCompleted);
        await suspending;

        Assert.Equal("/checkout", buyer.Path);
        Assert.NotNull(buyer.Find("cart-moved"));
        Assert.Equal("Pembeli Contoh", buyer.Find("#Input_Name")?.GetAttribute("value"));
        Assert.Equal((100, 0), await _cast.StockOf(goods));
    }

    [Fact]
    public async Task Of_thirty_who_order_while_it_is_suspended_each_has_an_order_or_reads_why_not()
    {
        const int Buyers = 30;
        var goods = await _cast.Goods(await _cast.Stall(kim: await _cast.Kim()));
        var buyers = await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => AtTheTill(goods)));

        await Task.WhenAll(
            Task.WhenAll(buyers.Take(Buyers / 2).Select(buyer => buyer.Submit("place-order", Shopping.Answers()))),
            app.Marketplace.TellAsync(
                goods.Stall.Kim, (Group kim) => kim.Suspend(SuspensionReason.Other, "Sengketa.", null, app.Clock.GetUtcNow()), new Metadata(), Ct));
        await Task.WhenAll(buyers.Skip(Buyers / 2).Select(buyer => buyer.Submit("place-order", Shopping.Answers())));

        var served = buyers.Where(buyer => buyer.Path.StartsWith("/pesanan/", StringComparison.Ordinal)).ToList();
        Assert.InRange(served.Count, 0, Buyers / 2);
        Assert.All(buyers.Except(served), buyer => Assert.NotNull(buyer.Find("cart-moved")));
        Assert.Equal((100, served.Count), await _cast.StockOf(goods));
        Assert.Equal(served.Count, (await app.Db.QueryAsync(
            $"select count(*) from orders where business_id = {goods.Stall.Id.Value}", row => row.GetInt64(0), Ct))[0]);

        // what was placed in time is finished
        foreach (var buyer in served)
        {
            Assert.NotNull((await buyer.Visit(buyer.Path)).Find("order-status"));
            await (await app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        }

        Assert.Empty((await app.Inbox(goods.Stall.Owner)).All("inbox-order"));
    }

    private async Task<Browser> AtTheTill(Goods goods)
    {
        var buyer = app.Visitor();
        await buyer.Put(goods);
        return await buyer.Visit("/checkout");
    }
}
