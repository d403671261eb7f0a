using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Cards;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Tells an order from its own events, in the seller's time: what happened, what is awaited, what comes after.</summary>
public static class OrderTimeline
{
    public static IReadOnlyList<TimelineItem> Of(IReadOnlyList<Recorded> events, Words words)
    {
        var placed = (OrderPlaced)events[0].Data;
        var zone = Zone.Of(IndonesianTime.ZoneOf(placed.SellerVillage));
        var isDelivered = placed.Handover == Handover.Delivery;
        var isPaid = events.Any(recorded => recorded.Data is PaymentReceivedStated or CardPaymentConfirmed);
        var wentBack = events.Any(recorded => recorded.Data is RefundReceivedStated or CardRefundMade);
        var items = events.Select(recorded => Happened((OrderEvent)recorded.Data, isDelivered, isPaid && !wentBack, zone, words)).ToList();
        items.AddRange(events.Last(recorded => !IsBeside(recorded.Data)).Data switch
        {
            OrderPlaced { AwaitsQuote: true } =>
            [
                new(words["Menunggu penjual menyebut ongkir"], TimelineState.Now) { Note = Ends(placed.AnswerBy, zone, words) },
                new(words["Pembeli menyetujui ongkir"], TimelineState.Next), .. Making(words), .. LastSteps(isDelivered, isPaid: false, words),
            ],
            DeliveryQuoted e =>
            [
                new(words["Menunggu persetujuan pembeli"], TimelineState.Now) { Note = Ends(e.AgreeBy, zone, words) },
                .. Making(words), .. LastSteps(isDelivered, isPaid: false, words),
            ],
            OrderPlaced => Awaiting(placed, isDelivered, zone, words),
            OrderHandedOverAtPoint { ConfirmBy: { } by } =>
                [new(words["Penjual menerima uangnya"], TimelineState.Now) { Note = words["Tanpa keluhan sampai {0}, pesanan selesai sendiri", Moment(by, zone)] }, new(words["Selesai"], TimelineState.Next)],
            OrderAccepted or DeliveryQuoteAgreed => [new(words["Penjual menyiapkan barang"], TimelineState.Now), .. LastSteps(isDelivered, isPaid, words)],
            ComplaintMade or ComplaintAnswered or ComplaintEscalated or ComplaintProposed => [new(words["Keluhan sedang diurus"], TimelineState.Now)],
            OrderReadied => [new(isDelivered ? words["Menunggu diantar atau dikirim"] : words["Menunggu diambil"], TimelineState.Now), HandedOver(isPaid, words)],
            OrderShipped e =>
            [
                new(words["Dalam perjalanan ke pembeli"], TimelineState.Now) { Note = words["Tanpa kabar sampai {0}, dianggap sudah sampai", Moment(e.ArriveBy, zone)] },
                new(words["Sampai, diperiksa pembeli"], TimelineState.Next), new(words["Selesai"], TimelineState.Next),
            ],
            OrderArrived { ComplainBy: { } by } =>
                [new(words["Pembeli memeriksa barangnya"], TimelineState.Now) { Note = words["Tanpa keluhan sampai {0}, pesanan selesai sendiri", Moment(by, zone)] }, new(words["Selesai"], TimelineState.Next)],
            _ => [],
        });
        return items;
    }

    // What is said about money and numbers leaves the order where it is.
    private static bool IsBeside(object happened) => happened is PaymentReceivedStated or PaymentProofGiven or BuyerNumberConfirmed or UniqueCodeGiven
        or RefundStated or RefundReceivedStated or RefundMissingStated or MarketShareChanged or MarketShareAgreed
        or CardPaymentOpened or CardPaymentConfirmed or CardPaymentFailed or CardPaymentCameLate or CardPaymentMismatched or CardRefundMade
        or ComplaintMade { IsLate: true };

    private static TimelineItem Happened(OrderEvent happened, bool isDelivered, bool isPaid, Zone zone, Words words)
    {
        return happened switch
        {
            OrderPlaced e => Item(words["Pesanan dibuat"], e.At) with { Note = e.Market is { } market ? words["untuk hari pasar {0}, {1}", DateFormat.Weekday(market.Date), market.Place] : null },
            MarketShareChanged e => Item(words["Ongkir bersama dibagi ulang ke {0} pesanan", e.Among], e.At) with
            {
                Note = e.AgreeBy is null ? words["bagian pesanan ini {0}", e.Share] : words["bagian pesanan ini {0}, bila pembeli setuju", e.Share],
            },
            MarketShareAgreed e => Item(words["Pembeli menyetujui bagian ongkirnya"], e.At) with { Note = words["jadi semuanya {0}", e.Total] },
            OrderHandedOverAtPoint e => Item(words["Diserahkan petugas hari pasar"], e.At) with { Note = e.ConfirmBy is null ? null : words["Uang tunainya diteruskan ke penjual"] },
            BuyerNumberConfirmed e => Item(words["Penjual menelepon, nomor pembeli terbukti"], e.At),
            DeliveryQuoted e => Item(words["Penjual menyebut ongkir"], e.At) with
            {
                Note = e.How.Length > 0 ? $"{RupiahFormat.Full(e.Fee)}, {e.How}" : RupiahFormat.Full(e.Fee),
            },
            DeliveryQuoteAgreed e => Item(words["Pembeli menyetujui ongkir"], e.At) with { Note = words["jadi semuanya {0}", e.Total] },
            OrderAccepted e => Item(words["Penjual menerima pesanan"], e.At),
            OrderRejected e => Item(words["Penjual menolak pesanan"], e.At) with
            {
                Note = isPaid ? words["{0}. Uang yang sudah masuk harus kembali ke pembeli.", words.Of(e.Reason)] : words.Of(e.Reason),
            },
            OrderReadied e => Item(isDelivered ? words["Siap diantar"] : words["Siap diambil"], e.At),
            OrderShipped e => Item(words["Dikirim penjual"], e.At) with
            {
                Note = (e.How, e.Bill) switch
                {
                    (var how, { } bill) => how.Length > 0 ? words["{0}, nomor resi {1}", how, bill] : words["nomor resi {0}", bill],
                    ({ Length: > 0 } how, _) => how,
                    _ => null,
                },
            },
            OrderArrived e => Item(
                e.By switch
                {
                    ArrivalWord.Buyer => words["Pembeli sudah menerima barangnya"],
                    ArrivalWord.Seller => words["Sudah sampai, menurut penjual"],
                    _ => words["Tidak ada kabar, dianggap sudah sampai"],
                }, e.At),
            PaymentProofGiven e => Item(words["Pembeli mengirim bukti bayar"], e.At),
            UniqueCodeGiven e => Item(words["Jumlah transfer ditetapkan"], e.At) with { Note = words["{0}, dengan kode unik {1}", e.Amount, e.Code] },
            PaymentReceivedStated e => Item(words["Penjual menyatakan uangnya sudah masuk"], e.At) with { Note = RupiahFormat.Full(e.Total) },
            CardPaymentOpened e => Item(words["Pembeli membuka pembayaran kartu"], e.At),
            CardPaymentConfirmed e => Item(words["Dibayar dengan kartu, menurut Stripe"], e.At) with { Note = RupiahFormat.Full(e.Amount) },
            CardPaymentFailed e => Item(words["Pembayaran kartu tidak jadi"], e.At) with { Note = words["Tidak ada uang yang ditarik"] },
            CardPaymentCameLate e => Item(words["Pembayaran kartu datang terlambat dan harus kembali"], e.At) with { Note = RupiahFormat.Full(e.Amount) },
            CardPaymentMismatched e => Item(words["Jumlah pembayaran kartu tidak cocok dan harus kembali"], e.At) with { Note = CardMoney.Of(new(e.Minor, e.Currency)) },
            CardRefundMade e => Item(words["Penjual mengembalikan uangnya lewat Stripe"], e.At) with { Note = words["Sampai di kartu pembeli dalam beberapa hari"] },
            RefundStated e => Item(words["Penjual menyatakan uangnya sudah dikembalikan"], e.At) with { Note = $"{RupiahFormat.Full(e.Amount)}, {e.How}" },
            RefundReceivedStated e => Item(words["Pembeli menyatakan uangnya sudah kembali"], e.At) with { Note = RupiahFormat.Full(e.Amount) },
            RefundMissingStated e => Item(words["Pembeli menyatakan uangnya belum masuk"], e.At) with { Note = words["KIM yang mendampingi lapak ini ikut melihatnya"] },
            OrderHandedOver e => Item(isPaid ? words["Barang diserahkan"] : words["Barang diserahkan, uang diterima penjual"], e.At),
            OrderCompleted e => Item(words["Selesai"], e.At),
            OrderReturned e => Item(words["Ditutup tanpa jadi"], e.At) with { Note = words["Uang dikembalikan penjual; barang yang kembali dicatatnya sendiri"] },
            OrderStruck e => Item(words["Dinas mengeluarkan pesanan ini dari angka hasil"], e.At) with { Note = $"{words.Of(e.Reason)}. {e.Note}" },
            OrderCountedAgain e => Item(words["Dinas menghitung lagi pesanan ini"], e.At) with { Note = e.Note },
            OrderCancelled e => Item(words["Pembeli membatalkan"], e.At) with { Note = words["Barang kembali ke lapak"] },
            OrderExpired e => Item(words["Tidak dijawab sampai batas waktu"], e.At) with { Note = words["Barang kembali ke lapak"] },
            _ => Heard(happened, words) is var (title, note, at) ? Item(title, at) with { Note = note } : throw new System.Diagnostics.UnreachableException($"{happened.GetType().Name} has no words."),
        };

        TimelineItem Item(string title, DateTimeOffset at) => new(title, TimelineState.Past, Moment(at, zone), at);
    }

    private static (string Title, string? Note, DateTimeOffset At)? Heard(OrderEvent happened, Words words) => happened switch
    {
        ComplaintMade e => (words["Pembeli mengeluh"], words.Of(e.Kind), e.At),
        ComplaintAnswered e => (words["Penjual menjawab keluhan"], words["Menawarkan: {0}", words.Of(e.Offer)], e.At),
        ComplaintEscalated e => (words["Diteruskan ke KIM"], e.ByBuyer ? words["oleh pembeli"] : words["tanpa jawaban penjual sampai batas waktunya"], e.At),
        ComplaintProposed e => (words["KIM mengusulkan jalan keluar"], words.Of(e.Remedy), e.At),
        ComplaintSettled e => (e.ByBuyer ? words["Pembeli menyatakan beres"] : words["Beres, pembeli tidak berkata lain"], words.Of(e.Remedy), e.At),
        ComplaintDecided e => (e.Ruling is null ? words["Batas waktunya lewat, kata terakhir berlaku"] : words["Dinas mengakhiri dengan saran"], words.Of(e.Remedy), e.At),
        _ => null,
    };

    private static TimelineItem[] Awaiting(OrderPlaced placed, bool isDelivered, Zone zone, Words words) =>
    [
        new(words["Menunggu jawaban penjual"], TimelineState.Now)
        {
            Note = Ends(placed.AnswerBy, zone, words),
        },
        .. Making(words),
        .. LastSteps(isDelivered, isPaid: false, words),
    ];

    private static string Ends(DateTimeOffset at, Zone zone, Words words) =>
        words["Lewat {0} pesanan berakhir sendiri dan barang dilepas", Moment(at, zone)];

    private static string Moment(DateTimeOffset at, Zone zone) => DateFormat.Brief(at, zone) + " " + zone.Name;

    private static TimelineItem[] Making(Words words) => [new(words["Penjual menyiapkan barang"], TimelineState.Next)];

    private static TimelineItem[] LastSteps(bool isDelivered, bool isPaid, Words words) =>
        [new(isDelivered ? words["Siap diantar"] : words["Siap diambil"], TimelineState.Next), HandedOver(isPaid, words)];

    private static TimelineItem HandedOver(bool isPaid, Words words) =>
        new(isPaid ? words["Barang diserahkan"] : words["Barang diserahkan, dibayar ke penjual"], TimelineState.Next);
}
