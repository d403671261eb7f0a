using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Products;

public class ShelfRowsTests(MarketApp app)
{
    private const string LongLalang = "64.02.12.2002";

    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goods_leave_the_shelf_with_their_KIM_and_come_back_with_it()
    {
        var booth = await _bazaar.Booth(LongLalang);
        await _bazaar.Goods(booth, "Wajik Sarunira");
        Assert.True(await Lies(booth));

        await Tell(booth.Kim, (Group kim) => kim.Suspend(SuspensionReason.FalseData, "Data tidak benar.", null, app.Clock.GetUtcNow()));
        Assert.False(await Lies(booth));

        await Tell(booth.Kim, (Group kim) => kim.LiftSuspension("Sudah diperbaiki.", app.Clock.GetUtcNow()));
        Assert.True(await Lies(booth));
    }

    [Fact]
    public async Task A_product_that_comes_while_its_KIM_leaves_waits_until_that_is_written()
    {
        var booth = await _bazaar.Booth(LongLalang);
        var (product, _) = await _bazaar.Goods(booth, "Wajik Torsina");
        await Tell(product, (Product known) => known.Withdraw(app.Clock.GetUtcNow()));
        var store = app.Services.GetRequiredService<EventStore>();
        var kim = await app.Marketplace.LoadAsync<Group, GroupEvent>(booth.Kim, Ct);
        var reached = $"shelf {booth.Kim.Value}";

        // it has drawn its cards, and takes its time to commit
        var leaving = store.CommitAsync(
            new Commit(new()).Append(
                booth.Kim.Value, "group", kim.Version, [new GroupSuspended(SuspensionReason.Other, "Sengketa.", null, app.Clock.GetUtcNow())], kim.History)
                .Also($"select set_config('application_name', {reached}, true), pg_sleep(0.8)"),
            Ct);
        await Reached(reached);
        await Tell(product, (Product known) => known.Publish(app.Clock.GetUtcNow()));
        await leaving;

        Assert.False(await Lies(booth));
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("shelf", progress: null, Ct));
    }

    [Fact]
    public async Task What_it_is_made_of_takes_it_along_when_it_is_rebuilt()
    {
        var booth = await _bazaar.Booth(LongLalang);
        await _bazaar.Goods(booth, "Wajik Melasti");
        await app.Db.ExecuteAsync($"update shelf set business = 'salah' where business_id = {booth.Business.Value}", Ct);

        await app.Services.GetRequiredService<Rebuild>().RunAsync("businesses", progress: null, Ct);

        Assert.Equal("Dapur Contoh", (await app.Db.QueryAsync(
            $"select business from shelf where business_id = {booth.Business.Value}", row => row.GetString(0), Ct))[0]);
    }

    private async Task Reached(string name)
    {
        while ((await app.Db.QueryAsync($"select count(*) from pg_stat_activity where application_name = {name}", row => row.GetInt64(0), Ct))[0] == 0)
        {
            await Task.Delay(10, Ct);
        }
    }

    private async Task<bool> Lies(Booth booth) => (await app.Db.QueryAsync(
        $"select count(*) from shelf where business_id = {booth.Business.Value}", row => row.GetInt64(0), Ct))[0] > 0;

    private async Task Tell<T, TEvent>(Id<T> id, Func<T, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class => Assert.Null(await app.Marketplace.TellAsync(id, decide, new Metadata(), Ct));
}
