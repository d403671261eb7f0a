using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Sales;

/// <summary>The report on paper, as a bank asks for it. Of buyers there is nothing on it.</summary>
public sealed class SalesPaper(Words words)
{
    private const int Products = 20;

    public Paper Of(SalesShop shop, SalesReport report, DateTimeOffset now)
    {
        var moment = DateFormat.Moment(now, shop.Zone);
        return new(
            words["Laporan penjualan"], Span(report.Period), words["Laporan penjualan {0}, dibuat {1}", shop.Name, moment], now,
            [
                new PaperFacts(Facts(shop)),
                new PaperHeading(words["Ringkasan"]),
                new PaperFacts(Figures(report)),
                new PaperHeading(words["Per bulan"]),
                Months(report),
                new PaperHeading(words["Per produk"]),
                ByProduct(report),
                new PaperHeading(words["Tentang angka ini"]),
                .. words.SalesMethod(shop.Zone).Select(sentence => new PaperText(sentence)),
                new PaperText(words["Pasar KIM tidak memegang uang penjual dan tidak melihat rekeningnya. Laporan ini disusun otomatis dari catatan pesanan, dan bukan laporan keuangan yang diperiksa akuntan."]),
                new PaperText(words["Dibuat {0}. Pesanan yang selesai setelah itu belum termasuk.", moment]),
            ]);
    }

    private string Span(ReportPeriod period) => period.Months == 1
        ? DateFormat.Month(period.First)
        : words["{0} sampai {1}", DateFormat.Month(period.First), DateFormat.Month(period.Last)];

    private List<(string, string)> Facts(SalesShop shop)
    {
        List<(string, string)> facts = [(words["Usaha"], shop.Name), (words["Tempat"], shop.Place), (words["Dikenalkan oleh"], shop.Kim), (words["Terdaftar sejak"], DateFormat.Month(shop.Since))];
        if (shop.Nib is { } nib)
        {
            facts.Add((words["NIB"], words["{0}, dicocokkan dengan dokumennya oleh dinas", nib]));
        }

        return facts;
    }

    private List<(string, string)> Figures(SalesReport report) =>
    [
        (words["Pesanan selesai"], NumberFormat.Whole(report.Orders)),
        (words["Nilai barang terjual"], RupiahFormat.Full(report.Goods)),
        (words["Ongkir"], RupiahFormat.Full(report.Fees)),
        (words["Diterima penjual"], RupiahFormat.Full(report.Total)),
        (words["Rata-rata tiap pesanan"], RupiahFormat.Full(report.Average)),
        (words["Tidak jadi"], report.Failed == 0 ? NumberFormat.Percent(0) : words["{0} ({1} ditolak, {2} dibatalkan pembeli, {3} tidak dijawab)",
            NumberFormat.Percent(report.FailedShare), report.FailedAs(OrderStatus.Rejected), report.FailedAs(OrderStatus.Cancelled), report.FailedAs(OrderStatus.Expired)]),
        .. report.FailedAs(OrderStatus.Returned) is > 0 and var returned ? [(words["Berakhir dengan uang kembali"], NumberFormat.Whole(returned))] : Array.Empty<(string, string)>(),
    ];

    private PaperTable Months(SalesReport report) => new(
        [new(words["Bulan"], 3), new(words["Pesanan"], 2, IsNumber: true), new(words["Nilai barang"], 3, IsNumber: true), new(words["Ongkir"], 3, IsNumber: true), new(words["Jumlah"], 3, IsNumber: true)],
        [.. report.Months.Reverse().Select(month => Row(DateFormat.Month(month.Month), month.Row.Orders, month.Row.Worth, month.Row.Delivery))],
        Row(words["Jumlah"], report.Orders, report.Goods, report.Fees));

    private static string[] Row(string name, int orders, Rupiah goods, Rupiah fees) =>
        [name, NumberFormat.Whole(orders), RupiahFormat.Full(goods), RupiahFormat.Full(fees), RupiahFormat.Full(goods + fees)];

    private PaperTable ByProduct(SalesReport report)
    {
        var (best, others) = report.Top(Products);
        List<string[]> rows = [.. best.Select(row => new[] { row.Name, $"{NumberFormat.Whole(row.Quantity)} {row.Unit}".TrimEnd(), RupiahFormat.Full(row.Worth) })];
        if (others is not null)
        {
            rows.Add([words["{0} produk lain", others.Orders], NumberFormat.Whole(others.Quantity), RupiahFormat.Full(others.Worth)]);
        }

        return new(
            [new(words["Produk"], 6), new(words["Terjual"], 3, IsNumber: true), new(words["Nilai barang"], 3, IsNumber: true)], rows,
            [words["Jumlah"], "", RupiahFormat.Full(report.Goods)]);
    }
}
