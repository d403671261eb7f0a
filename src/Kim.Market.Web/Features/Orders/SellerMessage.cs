using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What a buyer's WhatsApp says to a seller about an order that already stands. Always Indonesian: the seller reads it.</summary>
public static class SellerMessage
{
    public const int Longest = 1_000;

    /// <param name="status">The address of the order page, with the order's own key: this text stands in somebody else's chat.</param>
    public static string Write(BuyerOrder order, string? buyerName, string status)
    {
        var head = $"Halo {order.Business}, saya memesan lewat Pasar KIM.\n\nPesanan {order.Number}\n";
        var tail = Tail(order, buyerName, status);
        return head + Lines(order.Ordered, Longest - head.Length - tail.Length) + tail;
    }

    /// <summary>About money that has to come back, of an order that is over.</summary>
    public static string AboutRefund(BuyerOrder order, string status) =>
        $"Halo {order.Business}, ini tentang uang kembali {RupiahFormat.Full(order.Back)} untuk pesanan {order.Number} di Pasar KIM.\n\nStatus pesanan: {status}";

    public static string Link(WhatsAppNumber seller, string message) =>
        $"https://wa.me/{seller.International}?text={Uri.EscapeDataString(message)}";

    private static string Tail(BuyerOrder order, string? buyerName, string status)
    {
        var fee = order switch
        {
            { State: OrderStatus.AwaitingQuote } => "Ongkir: mohon dikonfirmasi\n",
            { State: OrderStatus.Quoted, Quote: { } quote } => $"Ongkir menurut penjual: {RupiahFormat.Full(quote)}\n",
            { Fee: > 0 } => $"Ongkir: {RupiahFormat.Full(order.Fee)}\n",
            _ => "",
        };
        var total = order.State == OrderStatus.AwaitingQuote ? $"{RupiahFormat.Full(order.Total)} + ongkir" : RupiahFormat.Full(order.Asked);
        var transfer = order.Transfer is { } amount ? $"Kode unik bila transfer: {RupiahFormat.Full(order.Code!.Value)}\nJumlah transfer: {RupiahFormat.Full(amount)}\n" : "";
        var handover = order.IsDelivered ? "Mohon diantar." : order.Market is { } market ? $"Saya ambil di hari pasar {DateFormat.Weekday(market.Date)}, {order.PickupPlace}."
            : $"Saya ambil di {order.PickupPlace}.";
        var name = buyerName is null ? "" : $"Nama: {buyerName}\n";
        return $"{fee}Total: {total}\n{transfer}{handover}\n{name}\nStatus pesanan: {status}";
    }

    // Whole lines only, as many as fit beside the sentence that says how many do not.
    private static string Lines(OrderedLine[] lines, int room)
    {
        var text = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var next = $"{text}{lines[i].Quantity} × {lines[i].Name} = {RupiahFormat.Full(lines[i].Total)}\n";
            var isLast = i == lines.Length - 1;
            if (next.Length + (isLast ? 0 : Others(lines.Length - i - 1).Length) > room)
            {
                return text + Others(lines.Length - i);
            }

            text = next;
        }

        return text;
    }

    private static string Others(int count) => $"dan {count} barang lain\n";
}
