using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Ledger;

/// <summary>What everybody reads of a place, a KIM and a month is what the events say, and opens to its rows.</summary>
public class PublicPlaceTests(LedgerMarket market) : IClassFixture<LedgerMarket>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => DateFormat.DayIn(market.Now, Zone.Wita);

    [Theory]
    [InlineData("64")]
    [InlineData("64.02")]
    [InlineData("64.02.15")]
    [InlineData("64.02.15.1004")]
    [InlineData("64.08.04.2001")]
    public async Task The_tiles_of_a_place_and_month_are_what_an_independent_count_of_the_events_says(string region)
    {
        var reader = market.App.Visitor();
        var told = 0L;
        foreach (var back in new[] { 1, 4, 9 })
        {
            var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-back);
            Assert.True(ResultTime.TryRead($"{month:yyyy-MM}", Today, out var time));
            var question = new LedgerQuestion(null, RegionCode.Parse(region), null, null, time.From, time.Day, Sight.Terkoreksi);
            var oracle = new LedgerOracle(region, null, null, question.Since, question.Until, asKnown: false).Fold(market.Events);

            await reader.Visit($"/hasil/wilayah/{region}?bulan={month:yyyy-MM}");
            Assert.Equal(HttpStatusCode.OK, reader.Status);
            if (reader.Find("empty") is not null)
            {
                Assert.All(PublicFigures.All, figure => Assert.Equal(0, oracle[figure.Slug]));
                continue;
            }

            foreach (var (figure, tile) in PublicFigures.All.Zip(reader.All("[data-test=result-tile] .value")))
            {
                Assert.Equal(oracle[figure.Slug].ToString(CultureInfo.InvariantCulture), tile.GetAttribute("data-value"));
                told += oracle[figure.Slug];
            }
        }

        Assert.True(told > 0);
    }

    [Fact]
    public async Task Every_tile_opens_to_rows_and_a_file_that_come_to_it()
    {
        var slug = (await market.App.Db.QueryAsync(
            $"select g.slug from ledger_entries l join groups g on g.group_id = l.group_id where l.metric = 3 and l.ended_recorded = 'infinity' group by 1 order by count(*) desc limit 1",
            row => row.GetString(0), Ct)).Single();
        foreach (var path in new[] { "/hasil/wilayah/64.02", "/hasil/wilayah/64.02.15", $"/hasil/kim/{slug}", $"/hasil/wilayah/64.02?bulan={Today.AddMonths(-3):yyyy-MM}", $"/hasil/kim/{slug}?bulan={Today.AddMonths(-3):yyyy-MM}" })
        {
            var reader = await market.App.Visitor().Visit(path);
            foreach (var figure in PublicFigures.All)
            {
                var tile = reader.Find($"open-{figure.Slug}")!;
                var total = reader.All("[data-test=result-tile] .value")[PublicFigures.All.ToList().IndexOf(figure)].GetAttribute("data-value");
                var opened = await market.App.Visitor().Visit(tile.GetAttribute("href")!);
                Assert.Equal(total, opened.Find("tile-total")!.GetAttribute("data-value"));
                Assert.NotEqual("", opened.Text("rows-of"));

                var file = opened.Page.QuerySelectorAll("a").Single(link => link.TextContent.Contains("CSV", StringComparison.Ordinal)).GetAttribute("href")!;
                using var answer = await opened.Http.GetAsync(new Uri(file, UriKind.Relative), Ct);
                Assert.Equal(total, answer.Headers.GetValues("X-Total").Single());
                var lines = (await answer.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;
                Assert.True(figure.Measure == Measure.Rupiah || lines.ToString(CultureInfo.InvariantCulture) == total, $"{path}: {figure.Slug}");
            }
        }
    }

    [Fact]
    public async Task The_places_within_come_to_the_place_around_them()
    {
        var reader = await market.App.Visitor().Visit("/hasil/wilayah/64.02");
        var whole = long.Parse(reader.Find("value")!.GetAttribute("data-value")!, CultureInfo.InvariantCulture);
        var parts = 0L;
        foreach (var link in reader.All("[data-test=ranking] a"))
        {
            var part = await market.App.Visitor().Visit(link.GetAttribute("href")!);
            parts += long.Parse(part.Find("value")!.GetAttribute("data-value")!, CultureInfo.InvariantCulture);
        }

        Assert.True(whole > 0);
        Assert.Equal(whole, parts);
    }

    [Theory]
    [InlineData("/hasil/wilayah/99.99")]
    [InlineData("/hasil/wilayah/abc")]
    [InlineData("/hasil/kim/tidak-ada")]
    [InlineData("/hasil/wilayah/64.02?bulan=2999-01")]
    [InlineData("/hasil/wilayah/64.02?bulan=2026-13")]
    [InlineData("/hasil/wilayah/64.02?bulan=kemarin")]
    [InlineData("/hasil/nilai?wilayah=abc")]
    [InlineData("/hasil/nilai?kim=tidak-ada")]
    [InlineData("/hasil/nilai?wilayah=64.02&kim=tidak-ada")]
    [InlineData("/hasil/nilai?bulan=x")]
    public async Task What_is_not_there_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await market.App.Visitor().Visit(path)).Status);

    [Fact]
    public async Task A_place_where_nothing_happened_says_so_and_leads_on()
    {
        var reader = await market.App.Visitor().Visit("/hasil/wilayah/64.02.02");

        Assert.NotNull(reader.Find("empty"));
        Assert.Null(reader.Find("result-tile"));
    }
}
