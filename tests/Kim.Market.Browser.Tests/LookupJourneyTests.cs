using System.Text.RegularExpressions;

namespace Kim.Market.Browser.Tests;

/// <summary>A telephone is lost, and a new one gets back to the order; with scripts, and without.</summary>
public sealed partial class LookupJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_code_from_the_seller_opens_the_order_on_another_device(int width, bool scripts)
    {
        var phone = scripts ? "0812-0000-6101" : "0812-0000-6102";
        var number = await OrderAsync(phone, scripts);

        await using var other = await site.VisitorAsync(width, scripts);
        await other.OpenAsync("/pesanan");
        await other.Page.Locator("[data-test=empty] a").ClickAsync();
        await other.LookAsync("pesanan-saya-tanya");
        await other.Page.Locator("[name='Input.WhatsApp']").FillAsync(phone);
        await other.Find("ask").ClickAsync();
        await other.Find("code-form").WaitForAsync();
        await other.LookAsync("pesanan-saya-kode");

        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.SignInAsync(site.Baker);
        await seller.OpenAsync("/lapak/pesanan");
        var card = seller.Find("lookup").Filter(new() { HasText = number });
        await seller.LookAsync("pesanan-saya-lapak");
        var link = Uri.UnescapeDataString((await card.Locator("[data-test=lookup-link]").GetAttributeAsync("href"))!);

        await other.Page.Locator("[name='Input.Code']").FillAsync("0000 0000");
        await other.Find("open").ClickAsync();
        await other.Find("refusal").WaitForAsync();
        await other.LookAsync("pesanan-saya-salah");
        await other.Page.Locator("[name='Input.Code']").FillAsync(Code().Match(link).Value);
        await other.Find("open").ClickAsync();
        await other.Find("own-order").WaitForAsync();
        Assert.Contains(number, await other.Find("own-order").InnerTextAsync(), StringComparison.Ordinal);
        await other.LookAsync("pesanan-saya-terbuka");
        await other.Find("leave").ClickAsync();
        await other.Find("ask").WaitForAsync();
        Assert.Equal(0, await other.Find("own-order").CountAsync());
    }

    private async Task<string> OrderAsync(string phone, bool scripts)
    {
        await using var buyer = await site.VisitorAsync(390, scripts);
        await buyer.OpenAsync($"/p/{site.Bread.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Contoh");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync(phone);
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        return await buyer.Find("order-number").First.InnerTextAsync();
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4}")]
    private static partial Regex Code();
}
