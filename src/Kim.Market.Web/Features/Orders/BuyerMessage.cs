using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What a seller may send to a buyer by WhatsApp: how far the order is, and where it is followed. A person presses send.</summary>
public static class BuyerMessage
{
    /// <param name="state">How far the order is, in a word.</param>
    /// <param name="status">The address of the order page, with the order's own key.</param>
    public static string Link(WhatsAppNumber buyer, string seller, string number, string state, string status) =>
        $"https://wa.me/{buyer.International}?text={Uri.EscapeDataString($"Halo, ini {seller}. Pesanan {number} di Pasar KIM: {state}.\n\nStatus pesanan: {status}")}";
}
