using System.Globalization;
using System.Text.RegularExpressions;

namespace Kim.Market.Browser.Tests;

/// <summary>The main job in a real browser: a guest orders from two sellers, a seller hands over, the figure opens.</summary>
public sealed partial class JourneyTests(MarketSite site)
{
    public static TheoryData<int, bool> Devices => new() { { 390, true }, { 1280, true }, { 390, false } };

    [Theory, MemberData(nameof(Devices))]
    public async Task A_guest_finds_orders_and_the_seller_hands_over_and_the_figure_opens(int width, bool scripts)
    {
        var before = await CompletedAsync(width);

        await using var buyer = await site.VisitorAsync(width, scripts);
        var number = await OrderAsync(buyer);
        await using var seller = await site.VisitorAsync(width, scripts);
        await HandOverAsync(seller, number);

        await buyer.Page.ReloadAsync();
        Assert.Contains("Selesai", await buyer.Find("order-status").First.InnerTextAsync(), StringComparison.Ordinal);
        await FigureOpensAsync(width, before + 1, number);
        Assert.Empty(buyer.Complaints);
        Assert.Empty(seller.Complaints);
    }

    private async Task<string> OrderAsync(Visitor buyer)
    {
        await buyer.OpenAsync("/");
        await buyer.Shown("search-box").FillAsync("amplng nila");
        await buyer.Shown("search-box").PressAsync("Enter");
        await buyer.Find("product-card").Filter(new() { HasText = site.Amplang.Name }).GetByRole(Microsoft.Playwright.AriaRole.Link).First.ClickAsync();
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync($"/p/{site.Sambal.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/keranjang");
        Assert.Equal(2, await buyer.Find("cart-line").CountAsync());

        await buyer.OpenAsync("/checkout");
        await buyer.NameAsync("Pembeli Contoh", "0812-0000-0042");
        await buyer.OrderAsync();

        Assert.Equal(2, await buyer.Find("order-number").CountAsync());
        Assert.True(await buyer.FitsAsync());
        var link = await buyer.Page.Locator($"[data-test=whatsapp-link][href*='{site.Amplang.Stall.WhatsApp}']").First.GetAttributeAsync("href");
        Assert.StartsWith($"https://wa.me/{site.Amplang.Stall.WhatsApp}?text=", link, StringComparison.Ordinal);
        var message = Uri.UnescapeDataString(link!);
        var number = Number().Match(message).Value;
        Assert.Contains(site.Amplang.Name, message, StringComparison.Ordinal);
        Assert.Contains(number, await buyer.Find("order-number").AllInnerTextsAsync() is var shown ? string.Join(' ', shown) : "", StringComparison.Ordinal);
        return number;
    }

    private async Task HandOverAsync(Visitor seller, string number)
    {
        await seller.SignInAsync(site.Seller);
        foreach (var (status, press) in new[] { ("baru", "accept-order"), ("diproses", "ready-order"), ("siap", "hand-over") })
        {
            await seller.OpenAsync($"/lapak/pesanan?status={status}");
            var order = seller.Card(number);
            Assert.Equal(1, await order.CountAsync());
            await order.Locator($"[data-test={press}]").ClickAsync();
            await order.GoneAsync();
        }

        Assert.True(await seller.FitsAsync());
    }

    private async Task FigureOpensAsync(int width, long least, string number)
    {
        for (var tried = 0; tried < 50 && await CompletedAsync(width) < least; tried++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken); // the result follows behind the events
        }

        await using var officer = await site.VisitorAsync(width);
        await officer.OpenAsync("/hasil/pesanan-selesai");
        var total = Digits(await officer.Find("tile-total").First.InnerTextAsync());
        Assert.InRange(total, least, long.MaxValue); // other journeys hand over orders of the same market meanwhile
        Assert.Equal(total, await officer.Find("tile-rows").Locator("tr").CountAsync());
        Assert.Equal(1, await officer.Find("tile-rows").Locator("tr").Filter(new() { HasText = number }).CountAsync());
        await officer.Find("tile-rows").GetByRole(Microsoft.Playwright.AriaRole.Link).First.ClickAsync();
        Assert.Contains("/hasil/bukti/", officer.Page.Url, StringComparison.Ordinal);
    }

    private async Task<long> CompletedAsync(int width)
    {
        await using var anyone = await site.VisitorAsync(width);
        await anyone.OpenAsync("/hasil/pesanan-selesai");
        return await anyone.Find("tile-total").CountAsync() == 0 ? 0 : Digits(await anyone.Find("tile-total").First.InnerTextAsync());
    }

    private static long Digits(string text) => long.Parse(
        string.Concat(Whole().Match(text).Value.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    [GeneratedRegex("PK-[0-9]{4}-[0-9A-Z]{6}")]
    private static partial Regex Number();

    [GeneratedRegex("[0-9][0-9.]*")]
    private static partial Regex Whole();
}
