using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Orders;

/// <summary>The heading of an order page: the next thing the buyer has to do, or how it ended.</summary>
public static class Headline
{
    public static string Of(IReadOnlyList<BuyerOrder> orders, Words words)
    {
        if (orders.Any(order => order.IsShareAsked))
        {
            return words["Ongkir bersama dibagi ulang. Setuju?"];
        }

        // What the buyer has to decide comes first, then goods that are there, then what is still being decided, then what is being made.
        foreach (var status in (OrderStatus[])[OrderStatus.Quoted, OrderStatus.Disputed, OrderStatus.Delivered, OrderStatus.Ready, OrderStatus.Shipped, OrderStatus.Placed, OrderStatus.AwaitingQuote, OrderStatus.Accepted])
        {
            var those = orders.Where(order => order.State == status).ToList();
            if (those.Count > 0)
            {
                return Open(status, those, words);
            }
        }

        return Over(orders, words);
    }

    private static string Open(OrderStatus status, List<BuyerOrder> orders, Words words) => (status, orders) switch
    {
        (OrderStatus.Quoted, [var one]) => words["Ongkir dari {0}: {1}. Setuju?", one.Business, new Rupiah(one.Quote!.Value)],
        (OrderStatus.Quoted, _) => words["{0} ongkir menunggu persetujuan Anda", orders.Count],
        (OrderStatus.AwaitingQuote, [var one]) => words["Tunggu {0} menyebut ongkirnya", one.Business],
        (OrderStatus.AwaitingQuote, _) => words["Tunggu {0} penjual menyebut ongkirnya", orders.Count],
        (OrderStatus.Ready, [{ IsDelivered: true, Paid: true } one]) => words["Pesanan Anda di {0} siap diantar", one.Business],
        (OrderStatus.Ready, [{ Paid: true } one]) => words["Ambil di {0}, sudah dibayar", one.PickupPlace],
        (OrderStatus.Ready, [{ IsDelivered: true } one]) => words["Siapkan {0}, {1} akan mengantar", new Rupiah(one.Total), one.Business],
        (OrderStatus.Ready, [var one]) => words["Ambil di {0}, bayar {1}", one.PickupPlace, new Rupiah(one.Total)],
        (OrderStatus.Ready, _) => words["{0} pesanan siap Anda terima", orders.Count],
        (OrderStatus.Disputed, [var one]) => words["Keluhan Anda ke {0} sedang diurus", one.Business],
        (OrderStatus.Disputed, _) => words["{0} keluhan Anda sedang diurus", orders.Count],
        (OrderStatus.Shipped, [var one]) => words["{0} sudah mengirim pesanan Anda", one.Business],
        (OrderStatus.Shipped, _) => words["{0} pesanan dalam perjalanan", orders.Count],
        (OrderStatus.Delivered, [var one]) => words["Pesanan dari {0} sudah sampai, periksa barangnya", one.Business],
        (OrderStatus.Delivered, _) => words["{0} pesanan sudah sampai, periksa barangnya", orders.Count],
        (OrderStatus.Placed, [var one]) => words["Tunggu jawaban {0}", one.Business],
        (OrderStatus.Placed, _) => words["Tunggu jawaban {0} penjual", orders.Count],
        (_, [var one]) => words["{0} sedang menyiapkan pesanan Anda", one.Business],
        _ => words["{0} penjual sedang menyiapkan pesanan Anda", orders.Count],
    };

    private static string Over(IReadOnlyList<BuyerOrder> orders, Words words) =>
        orders.Any(order => order.State == OrderStatus.Completed) ? words["Pesanan selesai"]
        : orders.All(order => order.State == OrderStatus.Cancelled) ? words["Pesanan Anda batalkan"]
        : orders is [{ State: OrderStatus.Returned }] ? words["Pesanan ditutup, uang dikembalikan penjual"]
        : orders is [{ State: OrderStatus.Rejected } rejected] ? words["{0} tidak bisa memenuhi pesanan ini", rejected.Business]
        : orders.All(order => order is { State: OrderStatus.Expired, AskedShare: not null } or { State: OrderStatus.Rejected or OrderStatus.Cancelled }) && orders.Any(order => order.AskedShare is not null) ? words["Ongkir bersama tidak dijawab, pesanan berakhir"]
        : orders is [{ State: OrderStatus.Expired, Quote: not null }] ? words["Ongkirnya tidak dijawab, pesanan berakhir"]
        : orders is [{ State: OrderStatus.Expired } silent] ? words["{0} tidak menjawab, pesanan berakhir", silent.Business]
        : words["Tidak ada pesanan yang terpenuhi"];
}
