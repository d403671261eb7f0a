using Kim.Market.Domain;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One order on paper, to pack by and to put into the bag: what is in it, for whom, where it goes and what is still to be paid.</summary>
public sealed class SlipPaper(Words words)
{
    /// <param name="address">Where a camera finds the order again; only its stall gets in there.</param>
    public Paper Of(InboxOrder order, Contact buyer, string address, DateTimeOffset now)
    {
        var zone = Zone.Of(IndonesianTime.ZoneOf(RegionCode.Parse(order.Village)));
        return new(
            words["Lembar kemas {0}", order.Number], words["{0}, dipesan {1}", order.Business, DateFormat.Moment(order.PlacedAt, zone)],
            words["Dicetak {0}. Buang kertas ini setelah dipakai: ada nama pembeli.", DateFormat.Moment(now, zone)], now,
            [
                new PaperFacts([.. Facts(order, buyer, zone)], Qr.Modules(address)),
                new PaperText(words["Kode untuk penjual: pindai dengan kamera HP untuk membuka pesanan ini di kotak pesanan lapak. Orang lain tidak bisa membukanya."]),
                Goods(order),
            ]);
    }

    private IEnumerable<(string, string)> Facts(InboxOrder order, Contact buyer, Zone zone)
    {
        var erased = words["data pribadi dihapus"];
        yield return (words["Pembeli"], buyer.Name ?? erased);
        if (order.IsDelivered)
        {
            yield return (words["Diantar ke"], buyer.Address ?? erased);
        }
        else
        {
            yield return (words["Diambil di"], order is { MarketDate: { } date, MarketFrom: { } from }
                ? $"{order.PickupPlace}, {words["hari pasar {0}", MarketWords.Day(date)]}, {DateFormat.Time(from, zone)}"
                : order.PickupPlace ?? "");
        }

        if (buyer.Note is { Length: > 0 } note)
        {
            yield return (words["Catatan pembeli"], note);
        }

        yield return (words["Masih harus dibayar"], order.Paid ? words["tidak ada, sudah dibayar"] : Sum(order));
        if (order is { Paid: false, Transfer: { } transfer })
        {
            yield return (words["Bila transfer"], words["{0}, dengan kode unik {1}", new Rupiah(transfer), new Rupiah(order.Code!.Value)]);
        }
    }

    private PaperTable Goods(InboxOrder order) => new(
        [new("", 0.3, IsBox: true), new(words["Jumlah"], 1.1, IsNumber: true), new("", 0.15), new(words["Barang"], 4), new(words["Harga"], 1.3, IsNumber: true)],
        [
            .. order.Ordered.Select(line => new[] { "", $"{line.Quantity} {line.Unit}", "", line.Name, RupiahFormat.Full(line.Total) }),
            .. order.Fee > 0 ? new[] { new[] { " ", "", "", order.IsForMarket ? words["Bagian ongkir bersama"] : words["Ongkir"], RupiahFormat.Full(order.Fee) } } : [],
        ],
        ["", "", "", words["Total"], Sum(order)]);

    private string Sum(InboxOrder order) => order.IsUndecided ? words["{0} + ongkir", new Rupiah(order.Total)] : RupiahFormat.Full(order.Total);
}
