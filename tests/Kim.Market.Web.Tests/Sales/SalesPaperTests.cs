using Kim.Market.Web.Features.Sales;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;
using Kim.Market.Web.Tests.Printing;

namespace Kim.Market.Web.Tests.Sales;

/// <summary>What stands on the paper for a bank.</summary>
public sealed class SalesPaperTests
{
    private static readonly SalesShop Shop = new(Guid.NewGuid(), "Dapur Contoh", "dapur-contoh", "Kelurahan Sari Jaya, Kecamatan Sanga Sanga", "Asia/Makassar", "KIM Contoh", new DateTime(2025, 11, 3, 0, 0, 0, DateTimeKind.Utc), "1234 5678");

    [Fact]
    public void Its_tables_come_to_its_summary()
    {
        var paper = Of(Enumerable.Range(1, 25).Select(i => (i % 3 + 1, 1_000L * i)));
        var (months, products) = (Tables(paper)[0], Tables(paper)[1]);

        Assert.Equal(3, months.Rows.Count);
        Assert.Equal(["Januari 2026", "Februari 2026", "Maret 2026"], months.Rows.Select(row => row[0]));
        Assert.Equal(["Jumlah", "25", "Rp325.000", "Rp25.000", "Rp350.000"], months.Total!);
        Assert.Equal(21, products.Rows.Count);
        Assert.Equal("5 produk lain", products.Rows[^1][0]);
        Assert.Equal(325_000, products.Rows.Sum(row => Money(row[2])));
        Assert.Contains(("Nilai barang terjual", "Rp325.000"), Facts(paper));
    }

    [Fact]
    public void Months_before_a_stall_was_registered_are_not_held_against_it()
    {
        var report = new SalesReport(new(new(2024, 1, 1), new(2026, 3, 1)), Shop.Since, [new((short)SalesBy.Month, "2026-02", "", null, 1, 0, 1_000, 0)]);
        Assert.Equal((5, new DateOnly(2025, 11, 1)), (report.Months.Count, report.Months[^1].Month));

        var early = new SalesReport(report.Period, Shop.Since, [new((short)SalesBy.Month, "2025-06", "", null, 1, 0, 1_000, 0)]);
        Assert.Equal((10, 1_000), (early.Months.Count, early.Months.Sum(month => month.Row.Goods)));
    }

    [Fact]
    public void It_says_whose_it_is_and_names_a_licence_only_where_an_office_checked_it()
    {
        Assert.Contains(Facts(Of([(1, 1_000)])), fact => fact is ("NIB", "1234 5678, dicocokkan dengan dokumennya oleh dinas"));
        Assert.DoesNotContain(Facts(Of([(1, 1_000)], Shop with { Nib = null })), fact => fact.Name == "NIB");
        Assert.Contains(("Dikenalkan oleh", "KIM Contoh"), Facts(Of([(1, 1_000)])));
    }

    [Fact]
    public void It_says_what_the_figures_are_and_when_they_were_taken()
    {
        var texts = Of([(1, 1_000)]).Blocks.OfType<PaperText>().Select(text => text.Text).ToList();

        Assert.Contains(texts, text => text.Contains("dibayar langsung ke penjual", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("bukan laporan keuangan", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.StartsWith("Dibuat 1 April 2026, 10.00 WITA", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_without_an_end_is_broken_and_a_picture_in_it_left_out()
    {
        var press = new PaperPress(new Words());
        var paper = Of([(1, 1_000)], Shop with { Name = new string('W', 400) + "🦐\u0007 日本 \uD800" });

        var pdf = press.Print(paper);
        var lines = PrintedPaper.Read(pdf).SelectMany(page => page).ToList();
        Assert.Equal(400, lines.Where(line => line.StartsWith('W')).Sum(line => line.Count(letter => letter == 'W')));
        Assert.Contains(lines, line => line.EndsWith(" ??", StringComparison.Ordinal));
        Assert.Equal(2, PrintedPaper.PagesAccordingToVips(pdf));
    }

    private static Paper Of(IEnumerable<(int Month, long Goods)> sales, SalesShop? shop = null)
    {
        var all = sales.Select((sale, i) => (sale.Month, sale.Goods, Name: $"Produk {i}")).ToList();
        SalesRow[] rows =
        [
            .. all.GroupBy(sale => sale.Month).Select(month => new SalesRow((short)SalesBy.Month, $"2026-0{month.Key}", "", null, month.Count(), 0, month.Sum(sale => sale.Goods), 1_000 * month.Count())),
            .. all.Select(sale => new SalesRow((short)SalesBy.Product, Guid.NewGuid().ToString(), sale.Name, "bungkus", 1, 2, sale.Goods, 0)),
        ];
        return new SalesPaper(new Words()).Of(
            shop ?? Shop, new(new(new(2026, 1, 1), new(2026, 3, 1)), (shop ?? Shop).Since, rows), new DateTimeOffset(2026, 4, 1, 2, 0, 0, TimeSpan.Zero));
    }

    private static List<PaperTable> Tables(Paper paper) => [.. paper.Blocks.OfType<PaperTable>()];

    private static List<(string Name, string Value)> Facts(Paper paper) => [.. paper.Blocks.OfType<PaperFacts>().SelectMany(facts => facts.Facts)];

    private static long Money(string text) => long.Parse(text.Replace("Rp", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
}
