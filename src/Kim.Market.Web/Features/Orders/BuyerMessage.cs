using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What a seller may send to a buyer by WhatsApp: how far the order is, and where it is followed. A person presses send.</summary>
public static class BuyerMessage
{
    /// <summary>The code with which a buyer gets back to orders of this seller, for the number that the order names.</summary>
    public static string CodeLink(WhatsAppNumber buyer, string seller, string code) =>
        Link(buyer, $"Halo, ini {seller}. Kode untuk membuka pesanan Anda di Pasar KIM: {code}\n\nKetik di browser tempat Anda memintanya. Jangan berikan kepada siapa pun. Kalau Anda tidak memintanya, abaikan pesan ini.");

    /// <param name="state">How far the order is, in a word.</param>
    /// <param name="status">The address of the order page, with the order's own key.</param>
    public static string Link(WhatsAppNumber buyer, string seller, string number, string state, string status) =>
        Link(buyer, $"Halo, ini {seller}. Pesanan {number} di Pasar KIM: {state}.\n\nStatus pesanan: {status}");

    private static string Link(WhatsAppNumber buyer, string text) => $"https://wa.me/{buyer.International}?text={Uri.EscapeDataString(text)}";
}
