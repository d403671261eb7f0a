using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Tells an order from its own events, in the seller's time: what happened, what is awaited, what comes after.</summary>
public static class OrderTimeline
{
    public static IReadOnlyList<TimelineItem> Of(IReadOnlyList<Recorded> events, Words t)
    {
        var placed = (OrderPlaced)events[0].Data;
        var zone = Zone.Of(IndonesianTime.ZoneOf(placed.SellerVillage));
        var isDelivered = placed.Handover == Handover.Delivery;
        var items = events.Select(recorded => Happened((OrderEvent)recorded.Data, isDelivered, zone, t)).ToList();
        items.AddRange(events[^1].Data switch
        {
            OrderPlaced => Awaiting(placed, isDelivered, zone, t),
            OrderAccepted => [new(t["Penjual menyiapkan barang"], TimelineState.Now), .. LastSteps(isDelivered, t)],
            OrderReadied => [new(isDelivered ? t["Dalam perjalanan ke pembeli"] : t["Menunggu diambil"], TimelineState.Now), HandedOver(t)],
            _ => [],
        });
        return items;
    }

    private static TimelineItem Happened(OrderEvent happened, bool isDelivered, Zone zone, Words t)
    {
        return happened switch
        {
            OrderPlaced e => Item(t["Pesanan dibuat"], e.At),
            OrderAccepted e => Item(t["Penjual menerima pesanan"], e.At),
            OrderRejected e => Item(t["Penjual menolak pesanan"], e.At) with { Note = t.Of(e.Reason) },
            OrderReadied e => Item(isDelivered ? t["Mulai diantar"] : t["Siap diambil"], e.At),
            OrderHandedOver e => Item(t["Barang diserahkan, uang diterima penjual"], e.At),
            OrderCompleted e => Item(t["Selesai"], e.At),
            OrderCancelled e => Item(t["Pembeli membatalkan"], e.At) with { Note = t["Barang kembali ke lapak"] },
            OrderExpired e => Item(t["Tidak dijawab sampai batas waktu"], e.At) with { Note = t["Barang kembali ke lapak"] },
            _ => throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} has no words."),
        };

        TimelineItem Item(string title, DateTimeOffset at) => new(title, TimelineState.Past, DateFormat.Brief(at, zone) + " " + zone.Name, at);
    }

    private static TimelineItem[] Awaiting(OrderPlaced placed, bool isDelivered, Zone zone, Words t) =>
    [
        new(t["Menunggu jawaban penjual"], TimelineState.Now)
        {
            Note = t["Lewat {0} pesanan berakhir sendiri dan barang dilepas", DateFormat.Brief(placed.AnswerBy, zone) + " " + zone.Name],
        },
        new(t["Penjual menyiapkan barang"], TimelineState.Next),
        .. LastSteps(isDelivered, t),
    ];

    private static TimelineItem[] LastSteps(bool isDelivered, Words t) =>
        [new(isDelivered ? t["Mulai diantar"] : t["Siap diambil"], TimelineState.Next), HandedOver(t)];

    private static TimelineItem HandedOver(Words t) => new(t["Barang diserahkan, dibayar ke penjual"], TimelineState.Next);
}
