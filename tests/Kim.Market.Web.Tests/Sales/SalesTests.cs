using System.Globalization;
using System.Net;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Sales;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tables;
using Kim.Market.Web.Tests.Printing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Sales;

/// <summary>What an owner reads of their sales, against the orders themselves.</summary>
public sealed class SalesTests(MarketApp app)
{
    private static readonly OrderStatus[] Ends =
        [OrderStatus.Completed, OrderStatus.Completed, OrderStatus.Completed, OrderStatus.Rejected, OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Accepted];

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Every_table_comes_to_the_same_rupiah_and_every_number_opens_to_its_orders()
    {
        var stall = await _cast.Stall("Dapur Laporan");
        var goods = new[] { await _cast.Goods(stall, "Amplang", 25_000), await _cast.Goods(stall, "Kerupuk Haruan", 17_501), await _cast.Goods(stall, "Sambal Raja", 33_333) };
        var sales = await Year(stall, goods, count: 45);
        var (shop, asker) = await Known(stall);
        var book = app.Services.GetRequiredService<SalesBook>();
        var report = await book.ReportAsync(asker, shop, new(new(2025, 1, 1), new(2025, 12, 1)), default);

        // against a count that shares nothing with the report but the orders
        var sold = sales.Where(sale => sale.End == OrderStatus.Completed && In(sale, 2025)).ToList();
        Assert.NotEmpty(sold);
        Assert.Equal((sold.Count, sold.Sum(sale => sale.Worth), sold.Sum(sale => sale.Fee)), (report.Orders, report.Goods.Amount, report.Fees.Amount));
        Assert.Equal(sales.Count(sale => sale.End is OrderStatus.Rejected or OrderStatus.Cancelled or OrderStatus.Expired && In(sale, 2025)), report.Failed);
        Assert.All(report.Months, month => Assert.Equal(
            sold.Where(sale => Local(sale).Month == month.Month.Month).Sum(sale => sale.Worth), month.Row.Goods));

        // table against table
        Assert.Equal(report.Goods.Amount, report.Months.Sum(month => month.Row.Goods));
        Assert.Equal(report.Goods.Amount, report.Products.Sum(row => row.Goods));
        Assert.Equal((report.Goods.Amount, report.Orders), (report.Areas.Sum(row => row.Goods), report.Areas.Sum(row => row.Orders)));
        Assert.Equal((report.Goods.Amount, report.Orders), (report.Alone.Goods + report.Helped.Goods, report.Alone.Orders + report.Helped.Orders));
        var (best, others) = report.Top(1);
        Assert.Equal(report.Goods.Amount, best.Sum(row => row.Goods) + others!.Goods);
        Assert.Equal(sold.Count(sale => sale.Helped), report.Helped.Orders);

        // number against the orders behind it
        var all = new SalesFilter(report.Period);
        foreach (var (filter, orders, worth) in new[]
        {
            (all, report.Orders, report.Goods.Amount),
            (all with { Help = SalesFilter.Helped }, report.Helped.Orders, report.Helped.Goods),
            (all with { Help = SalesFilter.Alone }, report.Alone.Orders, report.Alone.Goods),
            (all with { HaveFailed = true }, report.Failed, -1),
        }
        .Concat(report.Products.Select(row => (all with { Product = Guid.Parse(row.Key) }, row.Orders, row.Goods)))
        .Concat(report.Areas.Select(row => (all with { Area = row.Key }, row.Orders, row.Goods)))
        .Concat(report.Months.Select(month => (all with { Period = new(month.Month, month.Month) }, month.Row.Orders, month.Row.Goods))))
        {
            var (sum, rows) = await AllPages(book, asker, shop, filter);
            Assert.Equal((orders, rows.Count), (sum.Orders, rows.DistinctBy(row => row.OrderId).Count()));
            Assert.Equal(orders, rows.Count);
            if (worth >= 0)
            {
                Assert.Equal((worth, worth), (sum.Goods, rows.Sum(row => row.Worth)));
            }
        }
    }

    [Fact]
    public async Task A_month_ends_at_midnight_where_the_stall_is()
    {
        var stall = await _cast.Stall();
        var goods = await _cast.Goods(stall);
        var history = new SalesHistory(app);
        var midnight = new DateTimeOffset(2025, 3, 31, 16, 0, 0, TimeSpan.Zero); // the first of April in WITA
        await history.Make(stall, new(midnight.AddSeconds(-1), OrderStatus.Completed, Handover.Pickup, false, 0, [(goods, 1)]));
        await history.Make(stall, new(midnight, OrderStatus.Completed, Handover.Pickup, false, 0, [(goods, 2)]));

        var owner = await app.As(stall.Owner).Visit($"/lapak/laporan/{stall.Slug}?dari=2025-03&sampai=2025-03");
        Assert.Equal("25000", owner.Find("goods")!.GetAttribute("data-value"));
        await owner.Visit($"/lapak/laporan/{stall.Slug}?dari=2025-04&sampai=2025-04");
        Assert.Equal("50000", owner.Find("goods")!.GetAttribute("data-value"));
    }

    [Fact]
    public async Task An_owner_goes_from_the_desk_to_a_figure_to_its_orders_and_their_events()
    {
        var stall = await _cast.Stall("Dapur Terbuka");
        var goods = await _cast.Goods(stall, "Amplang Terbuka", 25_000);
        var history = new SalesHistory(app);
        var last = app.Clock.GetUtcNow().AddDays(-400);
        await history.Make(stall, new(last, OrderStatus.Completed, Handover.Delivery, true, 12_000, [(goods, 3)]));

        var owner = await app.As(stall.Owner).Visit("/lapak");
        await owner.Visit(owner.Find("report")!.GetAttribute("href")!);
        Assert.Contains("Belum ada pesanan yang selesai", owner.Text("empty"), StringComparison.Ordinal); // not this year
        await owner.Visit(owner.All(".chip")[^1].GetAttribute("href")!);
        Assert.Equal("75000", owner.Find("goods")!.GetAttribute("data-value"));
        Assert.InRange(owner.All("month").Count, 13, 15);
        Assert.Contains("Diantar, wilayah tidak dicatat", owner.Text("areas"), StringComparison.Ordinal);
        await history.Make(stall, new(last.AddHours(1), OrderStatus.Completed, Handover.Delivery, false, 5_000, [(goods, 1)], "64.02.15"));
        await owner.Visit(owner.Path);
        await owner.Visit(owner.All("[data-test=areas] a").Single(link => link.TextContent.Contains("Diantar ke", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("Sanga Sanga", owner.Text("main"), StringComparison.Ordinal);
        Assert.Equal("25000", owner.Find("sum")!.GetAttribute("data-value"));
        await (await owner.Visit("/lapak")).Visit(owner.Find("report")!.GetAttribute("href")!);
        await owner.Visit(owner.All(".chip")[^1].GetAttribute("href")!);
        await owner.Visit(owner.Page.QuerySelector("[data-test=products] a")!.GetAttribute("href")!);
        Assert.Equal("100000", owner.Find("sum")!.GetAttribute("data-value"));
        Assert.Contains("3 × Amplang Terbuka", owner.Text("main"), StringComparison.Ordinal);
        Assert.Contains(owner.All("timeline-item"), item => item.TextContent.Contains("Barang diserahkan", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dari=2025-05&sampai=2025-03", "tidak boleh sebelum")]
    [InlineData("dari=2001-01&sampai=2025-03", "Paling panjang 10 tahun")]
    [InlineData("dari=kemarin&sampai=2025-03", "Tulis bulan yang sudah mulai")]
    [InlineData("dari=2025-03&sampai=2999-01", "Tulis bulan yang sudah mulai")]
    public async Task A_period_that_is_none_says_what_to_write_and_keeps_what_was_typed(string query, string said)
    {
        var stall = await _cast.Stall();
        var owner = await app.As(stall.Owner).Visit($"/lapak/laporan/{stall.Slug}?{query}");

        Assert.Contains(said, owner.Text("field-error"), StringComparison.Ordinal);
        Assert.Contains($"dari={owner.Page.QuerySelector("#dari")!.GetAttribute("value")}&", query, StringComparison.Ordinal);
        foreach (var file in new[] { "Pdf", "Csv" })
        {
            await owner.Visit($"/lapak/laporan/{stall.Slug}?handler={file}&{query}");
            Assert.Equal(HttpStatusCode.NotFound, owner.Status);
        }
    }

    [Fact]
    public async Task Staff_and_helpers_and_other_owners_read_nothing()
    {
        var stall = await _cast.Stall();
        var other = await _cast.Stall();
        var staff = await _cast.Curator(stall.Kim);
        await _cast.Employ(stall.Id, staff, BusinessRole.Staff);
        var both = await _cast.Stall();
        await _cast.Employ(stall.Id, both.Owner, BusinessRole.OrderHelper);
        foreach (var path in new[] { "", "/pesanan?dari=2025-01&sampai=2025-12", "?handler=Pdf", "?handler=Csv" })
        {
            var refused = await app.As(staff).Visit($"/lapak/laporan/{stall.Slug}{path}");
            Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
            foreach (var outsider in new[] { other.Owner, both.Owner })
            {
                var foreign = await app.As(outsider).Visit($"/lapak/laporan/{stall.Slug}{path}");
                Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
            }
        }

        // and whoever helps is not shown the way
        var desk = await app.As(both.Owner).Visit("/lapak");
        Assert.Equal([$"/lapak/laporan/{both.Slug}"], desk.All("report").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task The_table_holds_every_line_and_adds_up()
    {
        var stall = await _cast.Stall();
        var goods = new[] { await _cast.Goods(stall, "=Amplang, besar", 25_000), await _cast.Goods(stall, "Kerupuk", 17_501) };
        var sales = await Year(stall, goods, count: 30);
        using var client = app.As(stall.Owner).Alone();
        using var answer = await client.GetAsync(new Uri($"/lapak/laporan/{stall.Slug}?handler=Csv&dari=2025-01&sampai=2025-12", UriKind.Relative), TestContext.Current.CancellationToken);
        var table = CsvText.Read(CsvText.Decode(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));

        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var rows = table.Skip(1).ToList();
        var sold = sales.Where(sale => sale.End == OrderStatus.Completed && In(sale, 2025)).ToList();
        Assert.Equal(sold.Sum(sale => sale.Lines.Length), rows.Count);
        Assert.Equal(sold.Sum(sale => sale.Worth), Sum(6));
        Assert.Equal(sold.Sum(sale => sale.Fee), Sum(7));
        Assert.Contains(rows, row => row.Cells[2] == "=Amplang, besar");

        long Sum(int column) => rows.Sum(row => long.Parse(row.Cells[column], CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_bank_gets_a_paper_with_numbered_pages_that_nobody_keeps()
    {
        var stall = await _cast.Stall("Dapur Kredit 🦐");
        var history = new SalesHistory(app);
        for (var i = 0; i < 30; i++)
        {
            var goods = await _cast.Goods(stall, $"Kerupuk {i} dengan nama yang panjang sekali, sampai patah", 10_000 + i);
            await history.Make(stall, new(app.Clock.GetUtcNow().AddDays(-20 * i), OrderStatus.Completed, Handover.Pickup, false, 0, [(goods, 1)]));
        }

        var buyer = await app.BuyerOf(await _cast.Goods(stall));
        var period = ReportPeriod.FiveYears(DateFormat.DayIn(app.Clock.GetUtcNow(), Zone.Wita));
        using var client = app.As(stall.Owner).Alone();
        using var answer = await client.GetAsync(new Uri($"/lapak/laporan/{stall.Slug}?handler=Pdf&{period.Query}", UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.InRange(bytes.Length, 10_000, 200_000);
        var pages = PrintedPaper.Read(bytes);
        Assert.InRange(pages.Count, 2, 6);
        Assert.Equal(pages.Count, PrintedPaper.PagesAccordingToVips(bytes));
        Assert.All(pages, (page, i) => Assert.Contains($"Halaman {i + 1} dari {pages.Count}", page));
        var text = string.Join(' ', pages.SelectMany(lines => lines));
        Assert.Contains("Dapur Kredit", text, StringComparison.Ordinal);
        Assert.Contains("10 produk lain", text, StringComparison.Ordinal);
        Assert.Contains("Rp300.435", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, buyer.Status);
    }

    private async Task<List<Sale>> Year(Stall stall, Goods[] goods, int count)
    {
        var chance = new Random(count);
        var history = new SalesHistory(app);
        var sales = new List<Sale>();
        for (var i = 0; i < count; i++)
        {
            var handover = (Handover)chance.Next(2);
            var lines = goods.OrderBy(_ => chance.Next()).Take(chance.Next(1, goods.Length + 1)).Select(item => (item, chance.Next(1, 9))).ToArray();
            var sale = new Sale(
                new DateTimeOffset(2024, 11, 1, 0, 0, 0, TimeSpan.Zero).AddHours(chance.Next(24 * 450)), Ends[chance.Next(Ends.Length)], handover, chance.Next(3) == 0,
                handover == Handover.Delivery ? 12_345 : 0, lines, handover == Handover.Delivery && i % 2 == 0 ? i % 4 == 0 ? "64.02.15" : "64.72" : null);
            await history.Make(stall, sale);
            sales.Add(sale);
        }

        return sales;
    }

    private async Task<(SalesShop Shop, Asker Asker)> Known(Stall stall)
    {
        var asker = new Asker(stall.Owner);
        return ((await app.Services.GetRequiredService<SalesBook>().FindAsync(asker, stall.Slug, app.Clock.GetUtcNow(), default))!, asker);
    }

    private static async Task<(SalesSum Sum, List<SoldOrder> Rows)> AllPages(SalesBook book, Asker asker, SalesShop shop, SalesFilter filter)
    {
        var rows = new List<SoldOrder>();
        for (SalesKey? after = null; ;)
        {
            var (sum, page) = await book.OrdersAsync(asker, shop, filter, after, default);
            rows.AddRange(page.Rows);
            if (page.Next(SalesKey.After) is not { } next)
            {
                return (sum, rows);
            }

            after = SalesKey.Read(next);
        }
    }

    // An order that nobody answered ends a day after it was placed.
    private static DateTime Local(Sale sale) =>
        (sale.End == OrderStatus.Expired ? sale.At + Order.AnswerTime : sale.At).ToOffset(Zone.Wita.Offset).DateTime;

    private static bool In(Sale sale, int year) => Local(sale).Year == year;
}
