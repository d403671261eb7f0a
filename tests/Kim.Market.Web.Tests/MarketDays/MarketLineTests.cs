using Kim.Market.Domain;
using Kim.Market.Domain.MarketDays;

namespace Kim.Market.Web.Tests.MarketDays;

/// <summary>What pages that are kept say of the next market day. In a program of its own: its clock runs ahead of everybody else's.</summary>
public sealed class MarketLineTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<string?> LineOn(string path) => (await _app.Visitor().Visit(path)).Find("market-line")?.TextContent;

    private async Task Tell(Id<MarketDay> day, Func<MarketDay, Decision<MarketDayEvent>> decide) =>
        Assert.Null(await _app.Marketplace.TellAsync(day, decide, new EventSourcing.Metadata(), TestContext.Current.CancellationToken));

    [Fact]
    public async Task It_comes_changes_and_goes_with_the_market_day_and_moves_on_when_it_is_too_late_for_one()
    {
        var cast = new Cast(_app.Services);
        var goods = await cast.Goods(await cast.Stall());
        var elsewhere = await cast.Goods(await cast.Stall());
        string[] pages = [$"/p/{goods.Slug}", $"/toko/{goods.Stall.Slug}"];
        foreach (var page in pages)
        {
            Assert.Null(await LineOn(page)); // and is kept from now on
        }

        var day = await cast.MarketDay(goods.Stall.Kim);
        var first = await LineOn(pages[0]);
        Assert.Contains("Bisa diambil di hari pasar ", first, StringComparison.Ordinal);
        Assert.Contains(", Balai Desa Sari Jaya", first, StringComparison.Ordinal);
        Assert.Contains("07.00 WITA. Ongkir bersama Rp12.000 per pembeli", first, StringComparison.Ordinal);
        Assert.Equal(first, await LineOn(pages[1]));
        Assert.Null(await LineOn($"/p/{elsewhere.Slug}"));

        await Tell(day, known => known.Change(known.Plan with { Shared = Rupiah.Zero }, _app.Clock.GetUtcNow()));
        foreach (var page in pages)
        {
            Assert.Contains("Tanpa ongkir.", await LineOn(page), StringComparison.Ordinal);
        }

        _app.Clock.Advance(ToSeven() - TimeSpan.FromSeconds(90));
        var shown = Date((await LineOn(pages[0]))!);
        Assert.Contains(shown, await LineOn(pages[1]), StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromSeconds(95)); // past the last moment for the date that is shown, on pages that are kept
        foreach (var page in pages)
        {
            Assert.DoesNotContain(shown, await LineOn(page), StringComparison.Ordinal);
        }

        await Tell(day, known => known.End(_app.Clock.GetUtcNow()));
        foreach (var page in pages)
        {
            Assert.Null(await LineOn(page));
        }
    }

    /// <summary>From now to the next seven in the morning there, when orders for that day end.</summary>
    private TimeSpan ToSeven()
    {
        var local = _app.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        var seven = new DateTimeOffset(local.Date, local.Offset).AddHours(7);
        return (seven > local.AddMinutes(2) ? seven : seven.AddDays(1)) - local;
    }

    private static string Date(string line) => line[..line.IndexOf(", Balai", StringComparison.Ordinal)];
}
