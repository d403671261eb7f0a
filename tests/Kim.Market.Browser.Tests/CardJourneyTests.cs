using Kim.Market.Web.Tests.Cards;
using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>Money that comes by card: the seller's own account, the provider's page and back, and back again where the order comes to nothing.</summary>
public sealed class CardJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task A_buyer_pays_by_card_and_is_paid_back(int width, bool scripts)
    {
        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.OpenAsync("/masuk");
        await seller.Page.Locator("[name='Input.Login']").FillAsync(site.Baker.Phone);
        await seller.Page.Locator("[name='Input.Password']").FillAsync(site.Baker.Password);
        await seller.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");
        await seller.OpenAsync($"/lapak/pembayaran/{site.Bread.Stall.Slug}");
        await seller.Page.Locator("details:has([data-test=card-form]) > summary").ClickAsync();
        await seller.Page.Locator("[name='Input.Key']").FillAsync(FakeStripe.Key);
        await LookAsync(seller, "lapak-kartu", scripts);
        await seller.Find("keep-card").ClickAsync();
        await seller.Find("card-account").WaitForAsync();

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync($"/p/{site.Bread.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Kartu");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0047");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        var number = await buyer.Find("order-number").InnerTextAsync();
        await seller.OpenAsync("/lapak/pesanan?status=baru");
        await CardOf(seller, number).Locator("[data-test=accept-order]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await buyer.Page.ReloadAsync();
        await LookAsync(buyer, "pesanan-kartu", scripts);
        await buyer.Find("pay-by-card").ClickAsync();
        await buyer.Page.Locator("#pay").ClickAsync();
        if (!scripts)
        {
            await LookAsync(buyer, "pesanan-kartu-kembali", scripts);
            await buyer.Find("check-card").ClickAsync();
        }

        await buyer.Find("flash").WaitForAsync();
        Assert.Contains("menurut Stripe", await buyer.Find("order").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await buyer.Find("pay-by-card").CountAsync());

        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await CardOf(seller, number).Locator("[data-test=reject] summary").ClickAsync();
        await CardOf(seller, number).Locator("[data-test=reject-order]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await seller.OpenAsync("/lapak/pesanan?status=uang-kembali");
        await LookAsync(seller, "lapak-kartu-kembali", scripts);
        await CardOf(seller, number).Locator("[data-test=refund-card]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await buyer.Page.ReloadAsync();
        await LookAsync(buyer, "pesanan-kartu-pulang", scripts);
        Assert.Contains("sedang kembali ke kartu Anda", await buyer.Find("refund").InnerTextAsync(), StringComparison.Ordinal);

        await seller.OpenAsync($"/lapak/pembayaran/{site.Bread.Stall.Slug}");
        await seller.Find("drop-card").ClickAsync();
        await seller.Find("drop-card").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static ILocator CardOf(Visitor seller, string number) => seller.Find("inbox-order").Filter(new() { HasText = number });

    private static async Task LookAsync(Visitor visitor, string name, bool scripts)
    {
        await visitor.PhotographAsync(name);
        Assert.True(await visitor.FitsAsync());
        Assert.Equal("", string.Join(" | ", visitor.Complaints));
        if (scripts)
        {
            Assert.Empty(await visitor.BarriersAsync());
        }
    }
}
