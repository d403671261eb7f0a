using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>The papers of a market: one page a buyer to pack by, and one list to hand over and sign by.</summary>
public sealed class MarketPapers(PaperPress press, Words words, TimeProvider clock)
{
    private const double SignRoom = 16;
    private const string NoBox = " ";

    /// <summary>What to put into each buyer's bag: a page for each.</summary>
    public byte[] Packing(KnownMarketDay day, MarketDate date, IReadOnlyList<MarketBuyer> buyers) => Print(
        words["Daftar bungkus"], day, date,
        [.. buyers.Where(buyer => buyer.Coming.Any()).SelectMany((buyer, i) => Page(buyer, $"{MarketWords.Day(date.Date)}, {day.Terms.Place}", isFirst: i == 0)).DefaultIfEmpty(Nobody)]);

    /// <summary>Who fetches what, what is paid for it, and room to sign.</summary>
    public byte[] Sheet(KnownMarketDay day, MarketDate date, IReadOnlyList<MarketBuyer> buyers)
    {
        var coming = buyers.Where(buyer => buyer.Coming.Any()).ToList();
        return Print(
            words["Lembar serah terima"], day, date,
            coming.Count == 0 ? [Nobody]
            :
            [
                new PaperTable(
                    [
                        new("", 0.35, IsBox: true), new(words["Pembeli"], 2.2), new(words["Dari lapak"], 3), new(words["Tunai untuk penjual"], 1.5, IsNumber: true),
                        new(words["Tanda tangan"], 1.9, IsNumber: true),
                    ],
                    [.. coming.Select(Line)],
                    ["", words["{0} pembeli", coming.Count], "", RupiahFormat.Full(coming.Aggregate(Rupiah.Zero, (sum, buyer) => sum + CashOf(buyer))), ""],
                    SignRoom),
                new PaperText(words["Uang tunai di meja ini milik penjual masing-masing. Teruskan utuh; penjual sendiri yang menyatakan uangnya sudah diterima."]),
            ]);
    }

    private PaperText Nobody => new(words["Belum ada pesanan untuk tanggal ini."]);

    private IEnumerable<PaperBlock> Page(MarketBuyer buyer, string when, bool isFirst)
    {
        if (!isFirst)
        {
            yield return new PaperBreak();
        }

        yield return new PaperHeading(NameOf(buyer));
        yield return new PaperFacts(
        [
            (words["Hari pasar"], when),
            (words["Pesanan"], string.Join(", ", buyer.Coming.Select(order => order.Number))),
            (words["Tunai untuk penjual"], RupiahFormat.Full(CashOf(buyer))),
        ]);
        foreach (var order in buyer.Coming)
        {
            yield return new PaperHeading($"{order.Business}{(Aside(order) is { } aside ? $" ({aside})" : "")}");
            yield return new PaperTable(
                [new("", 0.3, IsBox: true), new(words["Jumlah"], 1.1, IsNumber: true), new("", 0.15), new(words["Barang"], 4), new(words["Harga"], 1.3, IsNumber: true)],
                [
                    .. order.Ordered.Select(line => new[] { "", $"{line.Quantity} {line.Unit}", "", line.Name, RupiahFormat.Full(line.Total) }),
                    .. order.Fee > 0 ? new[] { new[] { NoBox, "", "", words["Bagian ongkir bersama"], RupiahFormat.Full(order.Fee) } } : [],
                ],
                ["", "", "", order.Paid ? words["Sudah dibayar, menurut penjual"] : words["Dibayar saat diambil"], RupiahFormat.Full(order.Total)]);
        }
    }

    private string[] Line(MarketBuyer buyer) =>
    [
        "", $"{NameOf(buyer)} {string.Join(' ', buyer.Coming.Select(order => order.Number))}",
        string.Join(", ", buyer.Coming.Select(order => Aside(order) is { } aside ? $"{order.Business} ({aside})" : order.Business)), RupiahFormat.Full(CashOf(buyer)), "",
    ];

    private string NameOf(MarketBuyer buyer) => buyer.Name ?? words["data pribadi dihapus"];

    // What may not come after all is said, so that nobody waits for it at the table.
    private string? Aside(MarketOrder order) =>
        order.IsHandedOver ? words["sudah diserahkan"]
        : order.IsShareAsked ? words["menunggu jawaban pembeli"]
        : order.State == OrderStatus.Placed ? words["belum dijawab penjual"]
        : null;

    private static Rupiah CashOf(MarketBuyer buyer) => buyer.Coming.Where(order => !order.IsHandedOver).Aggregate(Rupiah.Zero, (sum, order) => sum + order.Cash);

    private byte[] Print(string title, KnownMarketDay day, MarketDate date, IReadOnlyList<PaperBlock> blocks)
    {
        var (plan, zone, now) = (day.Terms, MarketDate.ZoneOf(day.Terms), clock.GetUtcNow());
        return press.Print(new(
            title, $"{day.Group}: {MarketWords.Day(date.Date)}, {MarketWords.Hours(date.From, date.Until, zone)}, {plan.Place}",
            words["Dicetak {0}. Buang kertas ini setelah dipakai: ada nama pembeli.", DateFormat.Moment(now, zone)], now, blocks));
    }
}
