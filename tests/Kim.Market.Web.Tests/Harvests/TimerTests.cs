using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Harvests;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Harvests;

/// <summary>In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class TimerTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Silence_passes_the_turn_on_once_whoever_looks_and_what_follows_from_events_alone_holds()
    {
        var cast = new Cast(_app.Services);
        var goods = await cast.Goods(await cast.Stall("Kebun Diam"), "Durian Contoh", 60_000, stock: 0);
        var harvest = await Ripening.Announced(_app, goods, capacity: 20, readyIn: 5);
        var keys = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            keys.Add(await Ripening.Queue(_app, harvest));
        }

        await Ripening.Open(_app, harvest, came: 20);
        HarvestTimers[] nodes = [_app.Services.GetRequiredService<HarvestTimers>(), ActivatorUtilities.CreateInstance<HarvestTimers>(
            _app.Services, ActivatorUtilities.CreateInstance<HarvestDesk>(_app.Services))];

        _app.Clock.Advance(TimeSpan.FromHours(47));
        await Sweep(nodes);
        Assert.Equal(PlaceState.Offered, (await Ripening.State(_app, harvest)).Places[0].State);

        _app.Clock.Advance(TimeSpan.FromHours(2));
        await Sweep(nodes);
        var state = await Ripening.State(_app, harvest);
        Assert.Equal([PlaceState.Lapsed, PlaceState.Lapsed, PlaceState.Offered, PlaceState.Offered], state.Places.Select(place => place.State));
        Assert.Equal("Waktu menjawab sudah lewat", (await _app.Visitor().Visit($"/antrean/{keys[0]}")).Text("place-state"));
        Assert.Equal(2, await EventsOf(harvest, "harvest_offer_lapsed"));

        _app.Clock.Advance(TimeSpan.FromHours(49));
        await Sweep(nodes);
        Assert.Equal(HarvestStatus.Closed, (await Ripening.State(_app, harvest)).Status);
        Assert.Empty(await _app.Services.GetRequiredService<Rebuild>().VerifyAsync("harvests", null, TestContext.Current.CancellationToken));

        // A month later nobody knows any more who stood there.
        _app.Clock.Advance(HarvestTimers.Memory + TimeSpan.FromHours(2));
        await nodes[0].ForgetAsync(TestContext.Current.CancellationToken);
        var known = await _app.Db.QueryAsync(
            $"select count(*) from vault.keys k join app.queue_places q on q.buyer_id = k.subject where q.harvest_id = {harvest.Value}", row => row.GetInt64(0), default);
        Assert.Equal(0, known.Single());
    }

    [Fact]
    public async Task A_harvest_that_nobody_opens_has_failed_in_the_end()
    {
        var cast = new Cast(_app.Services);
        var (harvest, key) = await Ripening.Of(_app, await cast.Goods(await cast.Stall("Kebun Diam"), "Durian Contoh", 60_000, stock: 0));

        _app.Clock.Advance(TimeSpan.FromDays(20 + 30 + 16));
        await Sweep([_app.Services.GetRequiredService<HarvestTimers>()]);

        Assert.Equal("Panennya gagal", (await _app.Visitor().Visit($"/antrean/{key}")).Text("place-state"));
        Assert.Equal(1, await EventsOf(harvest, "harvest_failed"));
    }

    private static Task<int[]> Sweep(IEnumerable<HarvestTimers> nodes) =>
        Task.WhenAll(nodes.Select(node => node.SweepAsync(TestContext.Current.CancellationToken)));

    private async Task<long> EventsOf(Id<Harvest> harvest, string type) => (await _app.Db.QueryAsync(
        $"select count(*) from events.mt_events where stream_id = {harvest.Value} and type = {type}", row => row.GetInt64(0), default)).Single();
}
