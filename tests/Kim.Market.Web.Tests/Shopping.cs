using System.Globalization;
using Kim.Market.Domain;

namespace Kim.Market.Web.Tests;

/// <summary>What every buyer does on the way to an order.</summary>
public static class Shopping
{
    public static Task<Browser> Put(this Browser browser, Goods goods, int quantity = 1) => browser.Post(
        "/keranjang/tambah", ("slug", goods.Slug), ("jumlah", quantity.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Orders what is in the cart; ends on the order page.</summary>
    public static async Task<Browser> Order(this Browser browser, string handover = "Pickup", string name = "Pembeli Contoh")
    {
        await browser.Visit("/checkout");
        return await browser.Submit("checkout-form", Answers(handover, name));
    }

    public static (string Field, string Value)[] Answers(string handover = "Pickup", string name = "Pembeli Contoh") =>
    [
        ("Input.Name", name), ("Input.WhatsApp", "0812-0000-0001"), ("Input.Handover", handover),
        ("Input.Address", handover == "Delivery" ? "Gg. Contoh RT 01, dekat pasar" : ""),
    ];

    /// <summary>A visitor with one order from one stall, on its page.</summary>
    public static async Task<Browser> BuyerOf(this MarketApp app, Goods goods, int quantity = 2, string handover = "Pickup")
    {
        var buyer = app.Visitor();
        await buyer.Put(goods, quantity);
        return await buyer.Order(handover);
    }

    /// <summary>The owner of a stall names a bank account, on the page on which they do.</summary>
    public static async Task NameAccount(this MarketApp app, Stall stall)
    {
        var owner = await app.As(stall.Owner).Visit($"/lapak/pembayaran/{stall.Slug}");
        await owner.Submit("account-form", ("Input.Bank", "Bank Contoh"), ("Input.Number", "1234 5678 90"), ("Input.Holder", "Ibu Contoh Sekali"));
        Assert.NotNull(owner.Find("account"));
    }

    public static async Task<Browser> Inbox(this MarketApp app, Id<Member> member, string status = "baru") =>
        await app.As(member).Visit($"/lapak/pesanan?status={status}");
}
