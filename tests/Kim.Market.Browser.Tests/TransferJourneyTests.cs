using Microsoft.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>Money that goes by bank: the account after the seller's yes, a picture of the transfer, the seller's own word.</summary>
public sealed class TransferJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task A_buyer_transfers_and_shows_it_and_the_seller_looks(int width, bool scripts)
    {
        await using var seller = await site.VisitorAsync(width, scripts);
        await seller.OpenAsync("/masuk");
        await seller.Page.Locator("[name='Input.Login']").FillAsync(site.Baker.Phone);
        await seller.Page.Locator("[name='Input.Password']").FillAsync(site.Baker.Password);
        await seller.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");
        await seller.OpenAsync($"/lapak/pembayaran/{site.Bread.Stall.Slug}");
        if (await seller.Find("account").CountAsync() == 0)
        {
            await seller.Page.Locator("[name='Input.Bank']").FillAsync("Bank Contoh");
            await seller.Page.Locator("[name='Input.Number']").FillAsync("1234 5678 90");
            await seller.Page.Locator("[name='Input.Holder']").FillAsync("Tukang Roti Contoh");
            await seller.Find("keep-account").ClickAsync();
        }

        await seller.Find("account").WaitForAsync();
        await seller.PhotographAsync("lapak-rekening");
        await LookAsync(seller, scripts);

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync($"/p/{site.Bread.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Transfer");
        await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0046");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Page.WaitForURLAsync("**/pesanan/*");
        var number = await buyer.Find("order-number").InnerTextAsync();
        await seller.OpenAsync("/lapak/pesanan?status=baru");
        await CardOf(seller, number).Locator("[data-test=accept-order]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });

        await buyer.Page.ReloadAsync();
        await buyer.Find("pay-transfer").WaitForAsync();
        await buyer.PhotographAsync("pesanan-transfer");
        await LookAsync(buyer, scripts);
        await buyer.Page.Locator("[name='Input.Photo']").SetInputFilesAsync(
            Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", width < 600 ? "amplang-toples.webp" : "amplang-bungkus.webp"));
        await buyer.Find("send-proof").ClickAsync();
        await buyer.Find("given-proofs").WaitForAsync();
        await buyer.PhotographAsync("pesanan-bukti");
        await LookAsync(buyer, scripts);

        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await CardOf(seller, number).Locator("[data-test=proof]").WaitForAsync();
        await seller.PhotographAsync("lapak-bukti");
        await LookAsync(seller, scripts);
        await CardOf(seller, number).Locator("[data-test=state-paid]").ClickAsync();
        await buyer.Page.ReloadAsync();
        Assert.Equal(0, await buyer.Find("pay-transfer").CountAsync());

        // and then it cannot be made after all: the money goes back, and both say so
        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await CardOf(seller, number).Locator("[data-test=reject] summary").ClickAsync();
        await CardOf(seller, number).Locator("[data-test=reject-order]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await seller.OpenAsync("/lapak/pesanan?status=uang-kembali");
        await CardOf(seller, number).Locator("[name='Input.Back']").FillAsync("transfer sore ini");
        await seller.PhotographAsync("lapak-uang-kembali");
        await LookAsync(seller, scripts);
        await CardOf(seller, number).Locator("[data-test=state-refund]").ClickAsync();
        await CardOf(seller, number).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await buyer.Page.ReloadAsync();
        await buyer.PhotographAsync("pesanan-uang-kembali");
        await LookAsync(buyer, scripts);
        await buyer.Find("confirm-refund").ClickAsync();
        await buyer.Find("confirm-refund").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static ILocator CardOf(Visitor seller, string number) => seller.Find("inbox-order").Filter(new() { HasText = number });

    // What looks for barriers is a script itself.
    private static async Task LookAsync(Visitor visitor, bool scripts)
    {
        Assert.True(await visitor.FitsAsync());
        Assert.Empty(visitor.Complaints);
        if (scripts)
        {
            Assert.Empty(await visitor.BarriersAsync());
        }
    }
}
