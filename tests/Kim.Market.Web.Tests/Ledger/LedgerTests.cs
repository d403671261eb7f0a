using System.Globalization;
using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Ledger;

public class LedgerTests(LedgerMarket market) : IClassFixture<LedgerMarket>
{
    private static readonly string?[] Regions = ["64.02", "64.02.15", "64.02.15.1004", "64.02.18", "64.02.06"];
    private static readonly string?[] Themes = [null, null, "kuliner", "wisata"];
    private static readonly string?[] Sections = [null, null, "makanan-olahan", "kerajinan", "oleh-oleh"];

    private DateOnly Today => DateFormat.DayIn(market.Now, Zone.Wita);

    [Fact]
    public async Task Every_figure_is_what_an_independent_count_of_the_events_says()
    {
        var (desk, rows) = (market.App.Services.GetRequiredService<LedgerDesk>(), market.App.Services.GetRequiredService<LedgerRows>());
        var random = new Random(7);
        var seen = new HashSet<string>();
        foreach (var day in new[] { Today, Today.AddDays(-120), Today.AddDays(-260) })
        {
            for (var filter = 0; filter < 20; filter++)
            {
                var asked = Asked(random, day);
                var oracle = new LedgerOracle(
                    asked.Region!.Value.Value, asked.Theme, asked.Section, asked.Since, asked.Until, asked.Sight == Sight.SaatItu).Fold(market.Events);
                LedgerFigure[] figures = [.. LedgerFigure.All.Where(figure => asked.Section is null || figure.HasSections)];
                var together = await desk.ReadAsync(asked, figures, LedgerFigure.Completed, TestContext.Current.CancellationToken);
                foreach (var figure in figures)
                {
                    var total = await desk.TotalAsync(asked, figure, TestContext.Current.CancellationToken);
                    Assert.True(oracle[figure.Slug] == total, $"{figure.Slug} of {asked with { Asker = null }}: the events say {oracle[figure.Slug]}, the ledger {total}.");
                    Assert.Equal(total, await SumAsync(rows, figure, asked));
                    Assert.Equal((figure.Slug, total), (figure.Slug, together.Of(figure)));
                    Assert.Equal(
                        (figure.Slug, await desk.TotalAsync(asked.YearBefore(), figure, TestContext.Current.CancellationToken)), (figure.Slug, together.Before(figure)));
                    if (total > 0)
                    {
                        seen.Add(figure.Slug);
                    }
                }
            }
        }

        Assert.Equal(LedgerFigure.All.Select(figure => figure.Slug).Order(), seen.Order());
    }

    [Fact]
    public async Task At_every_end_of_a_month_both_clocks_tell_what_the_events_say_and_the_list_names_the_difference()
    {
        var (desk, corrections) = (market.App.Services.GetRequiredService<LedgerDesk>(), market.App.Services.GetRequiredService<Features.Figures.Corrections>());
        var differed = 0;
        for (var month = 1; month <= 12; month++)
        {
            var day = new DateOnly(Today.Year, Today.Month, 1).AddMonths(1 - month).AddDays(-1);
            var corrected = new LedgerQuestion(Officer, RegionCode.Parse("64.02"), null, null, LedgerQuestion.Beginning, day, Sight.Terkoreksi);
            var known = corrected with { Sight = Sight.SaatItu };
            var (then, now) = (await desk.TotalAsync(known, LedgerFigure.Completed, default), await desk.TotalAsync(corrected, LedgerFigure.Completed, default));

            Assert.Equal(new LedgerOracle("64.02", null, null, known.Since, known.Until, asKnown: true).Fold(market.Events)["pesanan-selesai"], then);
            Assert.Equal(new LedgerOracle("64.02", null, null, known.Since, known.Until, asKnown: false).Fold(market.Events)["pesanan-selesai"], now);

            var listed = new List<Features.Figures.Correction>();
            for (var after = LedgerKey.Top; ;)
            {
                var page = await corrections.PageAsync(corrected, after, default);
                listed.AddRange(page.Rows);
                if (!page.HasMore)
                {
                    break;
                }

                after = new(page.Rows[^1].Recorded, page.Rows[^1].Subject);
            }

            Assert.Equal(listed.Count, await corrections.CountAsync(corrected, default));
            Assert.Equal(now - then, listed.Where(row => row.What == Metric.CompletedOrder).Sum(row => row.Adds ? 1 : -1));
            differed += then == now ? 0 : 1;
        }

        Assert.True(differed >= 4, $"Only at the end of {differed} months was there anything to correct.");
    }

    [Fact]
    public async Task Before_the_first_event_there_is_nothing()
    {
        var question = new LedgerQuestion(Officer, RegionCode.Parse("64.02"), null, null, LedgerQuestion.Beginning, new(2001, 1, 1), Sight.SaatItu);

        var summary = await market.App.Services.GetRequiredService<LedgerDesk>().ReadAsync(question, LedgerFigure.All, LedgerFigure.Completed, default);

        Assert.All(LedgerFigure.All, figure => Assert.Equal(0, summary.Of(figure)));
        Assert.Empty(summary.Places);
    }

    [Fact]
    public async Task Nobody_counts_outside_their_own_region()
    {
        var desk = market.App.Services.GetRequiredService<LedgerDesk>();
        var question = new LedgerQuestion(Officer, RegionCode.Parse("64.08"), null, null, LedgerQuestion.Beginning, Today, Sight.Terkoreksi);

        Assert.All(LedgerFigure.All, figure => Assert.Equal(0, desk.TotalAsync(question, figure, default).GetAwaiter().GetResult()));
        Assert.NotEqual(0, await desk.TotalAsync(question with { Asker = null }, LedgerFigure.Completed, default));
    }

    [Fact]
    public async Task What_one_officer_had_counted_is_nobody_elses_answer_outside_the_region()
    {
        var desk = market.App.Services.GetRequiredService<LedgerDesk>();
        var question = new LedgerQuestion(Officer, RegionCode.Parse("64.02"), null, null, LedgerQuestion.Beginning, Today, Sight.Terkoreksi);
        var stranger = question with { Asker = new(await new Cast(market.App.Services).Officer("64.08")) };

        Assert.Equal(0, (await desk.ReadAsync(stranger, LedgerFigure.All, LedgerFigure.Turnover, default)).Of(LedgerFigure.Completed));
        Assert.NotEqual(0, (await desk.ReadAsync(question, LedgerFigure.All, LedgerFigure.Turnover, default)).Of(LedgerFigure.Completed));
        Assert.Equal(0, (await desk.ReadAsync(stranger, LedgerFigure.All, LedgerFigure.Turnover, default)).Of(LedgerFigure.Completed));
    }

    [Fact]
    public async Task The_desk_shows_what_its_rows_and_its_file_add_up_to()
    {
        var page = market.App.As(market.Officer);
        var address = $"/dinas/angka?wilayah=64.02.15&kurun=semua&per={PastDay.Of(Today.AddDays(-90))}&sudut=saat-itu";
        await page.Visit(address);
        var links = page.All("[data-test^=open-]").Select(link => (Value: link.GetAttribute("data-value"), Href: link.GetAttribute("href")!)).ToList();

        Assert.True(links.Count >= 20);
        foreach (var (value, href) in links)
        {
            await page.Visit(href);
            Assert.Equal(value, page.Find("tile-total")!.GetAttribute("data-value"));
        }

        await page.Visit(links.Single(link => link.Href.Contains("/pesanan-selesai?", StringComparison.Ordinal)).Href);
        using var http = page.Alone();
        using var answer = await http.GetAsync(
            page.All("a").Single(link => link.GetAttribute("href")!.Contains("format=csv", StringComparison.Ordinal)).GetAttribute("href")!, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(page.Find("tile-total")!.GetAttribute("data-value"), (lines.Length - 1).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), answer.Headers.GetValues("X-Fingerprint").Single());
    }

    [Fact]
    public async Task The_desk_begins_with_the_figures_of_this_year_as_all_of_them_are_told()
    {
        var page = market.App.As(market.Officer);
        await page.Visit("/dinas/angka");
        var all = page.All("[data-test^=open-]").ToDictionary(link => link.GetAttribute("data-test")!, link => link.GetAttribute("data-value"));

        await page.Visit("/dinas");
        var links = page.All("[data-test^=open-]");
        Assert.Equal(OfficeModel.Headline.Select(figure => $"open-{figure.Slug}"), links.Select(link => link.GetAttribute("data-test")));
        Assert.All(links, link => Assert.Equal(all[link.GetAttribute("data-test")!], link.GetAttribute("data-value")));
    }

    [Fact]
    public async Task The_ledger_rebuilt_is_the_ledger_as_it_grew() => Assert.Empty(
        await market.App.Services.GetRequiredService<Rebuild>().VerifyAsync("ledger", null, TestContext.Current.CancellationToken));

    private Asker Officer => new(market.Officer);

    private LedgerQuestion Asked(Random random, DateOnly day) => new(
        Officer, RegionCode.Parse(Regions[random.Next(Regions.Length)]!), Themes[random.Next(Themes.Length)], Sections[random.Next(Sections.Length)],
        random.Next(3) switch { 0 => LedgerQuestion.Beginning, 1 => new(day.Year, 1, 1), _ => day.AddDays(-random.Next(10, 200)) }, day,
        random.Next(2) == 0 ? Sight.SaatItu : Sight.Terkoreksi);

    private static async Task<long> SumAsync(LedgerRows rows, LedgerFigure figure, LedgerQuestion asked)
    {
        await using var open = await rows.OpenAsync(figure, asked, default);
        var values = new List<long>();
        await foreach (var row in open.RowsAsync())
        {
            values.Add(row.Value);
        }

        return figure.Measure switch
        {
            Measure.Count => values.Count,
            Measure.MedianMinutes => values.Count == 0 ? 0 : values.Order().ElementAt((values.Count - 1) / 2),
            _ => values.Sum(),
        };
    }
}
