using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

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
        var thisMonth = new DateOnly(Today.Year, Today.Month, 1);
        foreach (var asked in new[] { $"{thisMonth.AddMonths(-1):yyyy-MM}", $"{thisMonth.AddMonths(-4):yyyy-MM}", $"{thisMonth.AddMonths(-9):yyyy-MM}", $"{Today:yyyy}", $"{Today.AddYears(-1):yyyy}" })
        {
            Assert.True(ResultTime.TryRead(asked, Today, out var time));
            var question = new LedgerQuestion(null, RegionCode.Parse(region), null, null, time.From, time.Day, Sight.Terkoreksi);
            var oracle = new LedgerOracle(region, null, null, question.Since, question.Until, asKnown: false).Fold(market.Events);

            await reader.Visit($"/hasil/wilayah/{region}{time.Query}");
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
        foreach (var path in new[] { "/hasil/wilayah/64.02", "/hasil/wilayah/64.02.15", $"/hasil/kim/{slug}", $"/hasil/wilayah/64.02?bulan={Today.AddMonths(-3):yyyy-MM}", $"/hasil/kim/{slug}?bulan={Today.AddMonths(-3):yyyy-MM}", $"/hasil/wilayah/64.02?tahun={Today:yyyy}" })
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

    [Fact]
    public async Task A_village_names_the_KIM_its_sales_came_through()
    {
        var village = (await market.App.Db.QueryAsync(
            $"select village from ledger_entries where metric = 3 and ended_recorded = 'infinity' and length(village) = 13 group by 1 order by count(*) desc, 1 limit 1", row => row.GetString(0), Ct)).Single();
        var reader = await market.App.Visitor().Visit($"/hasil/wilayah/{village}");
        var named = reader.All("[data-test=groups] li b").Sum(value => long.Parse(string.Concat(value.TextContent.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture));

        Assert.True(named > 0);
        Assert.Equal(reader.Find("value")!.GetAttribute("data-value"), named.ToString(CultureInfo.InvariantCulture));
        await reader.Visit(reader.All("[data-test=groups] a")[0].GetAttribute("href")!);
        Assert.NotNull(reader.Find("value"));
    }

    [Fact]
    public async Task A_month_tells_what_the_month_before_brought()
    {
        var month = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-2);
        var before = await market.App.Visitor().Visit($"/hasil/wilayah/64.02?bulan={month.AddMonths(-1):yyyy-MM}");
        var reader = await market.App.Visitor().Visit($"/hasil/wilayah/64.02?bulan={month:yyyy-MM}");

        var turnover = long.Parse(before.Find("value")!.GetAttribute("data-value")!, CultureInfo.InvariantCulture);
        Assert.True(turnover > 0);
        Assert.Contains($"Bulan sebelumnya: {RupiahFormat.Full(turnover)}.", reader.All("[data-test=result-tile]")[3].TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Bulan sebelumnya", reader.All("[data-test=result-tile]")[0].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hasil", "semua", "/hasil")]
    [InlineData("hasil", "64.02", "/hasil/wilayah/64.02")]
    [InlineData("hasil", "64.02_", "/hasil/wilayah/64.02?bulan=")]
    [InlineData("hasil-kim", "", "/hasil/kim/")]
    public async Task A_card_says_what_the_page_says(string kind, string key, string path)
    {
        var pieces = market.App.Services.GetRequiredService<PieceBook>();
        if (path.EndsWith('='))
        {
            (key, path) = ($"{key}{Today.AddMonths(-3):yyyy-MM}", $"{path}{Today.AddMonths(-3):yyyy-MM}");
        }

        if (kind == "hasil-kim")
        {
            key = (await market.App.Db.QueryAsync(
                $"select g.slug from ledger_entries l join groups g on g.group_id = l.group_id where l.metric = 3 and l.ended_recorded = 'infinity' group by 1 order by count(*) desc limit 1",
                row => row.GetString(0), Ct)).Single();
            path += key;
        }

        var reader = await market.App.Visitor().Visit(path);
        var piece = await pieces.FindAsync(Piece.KindOf(kind)!.Value, key, Ct);
        Assert.Equal(path, piece!.Path);
        Assert.Contains($"/promosi/{kind}/{key}/kartu.jpg", reader.Page.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal(piece.Big, RupiahFormat.Prose(long.Parse(reader.All("[data-test=result-tile] .value")[3].GetAttribute("data-value")!, CultureInfo.InvariantCulture)));
        Assert.Equal(reader.All("[data-test=trend-table] td").Select(cell => cell.TextContent), piece.Chart!.Bars.Reverse().Select(bar => bar.Shown));
        using var card = await reader.Http.GetAsync(new Uri($"/promosi/{kind}/{key}/kartu.jpg", UriKind.Relative), Ct);
        Assert.Equal("image/jpeg", card.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Who_asks_for_few_figures_leaves_nobody_else_with_few()
    {
        var desk = market.App.Services.GetRequiredService<LedgerDesk>();
        var question = PublicFigures.Everything(market.Now);
        var few = await desk.ReadAsync(question, [LedgerFigure.Completed], LedgerFigure.Turnover, Ct);
        var more = await desk.ReadAsync(question, [LedgerFigure.Completed, LedgerFigure.Placed], LedgerFigure.Turnover, Ct);

        Assert.Equal(few.Of(LedgerFigure.Completed), more.Of(LedgerFigure.Completed));
        Assert.True(more.Of(LedgerFigure.Placed) >= more.Of(LedgerFigure.Completed) && few.Of(LedgerFigure.Placed) == 0);
    }

    [Theory]
    [InlineData("/hasil/wilayah/64.02?tahun=2999")]
    [InlineData("/hasil/wilayah/64.02?tahun=26")]
    [InlineData("/hasil/wilayah/64.02?tahun=2026&bulan=2026-01")]
    [InlineData("/promosi/hasil/99.99/kartu.jpg")]
    [InlineData("/promosi/hasil/64.02_/kartu.jpg")]
    [InlineData("/promosi/hasil/64.02_2999-01/kartu.jpg")]
    [InlineData("/promosi/hasil/semua_2026/kartu.jpg")]
    [InlineData("/promosi/hasil-kim/tidak-ada/kartu.jpg")]
    [InlineData("/promosi/hasil-kim/64.02/kartu.jpg")]
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
