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
        await seller.SignInAsync(site.Baker);
        await seller.TakeCardsAsync(site.Bread.Stall.Slug);

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.TakeAsync(site.Bread);
        await buyer.NameAsync("Pembeli Kartu", "0812-0000-0047");
        await buyer.OrderAsync();
        var number = await buyer.Find("order-number").InnerTextAsync();
        await seller.PressAsync("baru", number, "accept-order");

        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("pesanan-kartu");
        await buyer.PayByCardAsync(scripts);
        Assert.Contains("menurut Stripe", await buyer.Find("order").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await buyer.Find("pay-by-card").CountAsync());

        await seller.RejectAsync("diproses", number, "Other");
        await seller.OpenAsync("/lapak/pesanan?status=uang-kembali");
        await seller.LookAsync("lapak-kartu-kembali");
        await seller.Card(number).Locator("[data-test=refund-card]").ClickAsync();
        await seller.Card(number).GoneAsync();
        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("pesanan-kartu-pulang");
        Assert.Contains("sedang kembali ke kartu Anda", await buyer.Find("refund").InnerTextAsync(), StringComparison.Ordinal);

        await seller.OpenAsync($"/lapak/pembayaran/{site.Bread.Stall.Slug}");
        await seller.Find("drop-card").ClickAsync();
        await seller.Find("drop-card").GoneAsync();
    }
}
