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
        await seller.SignInAsync(site.Baker);
        await seller.TakeTransfersAsync(site.Bread.Stall.Slug);
        await seller.OpenAsync($"/lapak/pembayaran/{site.Bread.Stall.Slug}");
        await seller.LookAsync("lapak-kode-unik");

        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.TakeAsync(site.Bread);
        await buyer.NameAsync("Pembeli Transfer", "0812-0000-0046");
        await buyer.LookAsync("kasir-kode-unik");
        await buyer.OrderAsync();
        var number = await buyer.Find("order-number").InnerTextAsync();
        await seller.PressAsync("baru", number, "accept-order");

        await buyer.Page.ReloadAsync();
        await buyer.Find("pay-transfer").WaitForAsync();
        await buyer.LookAsync("pesanan-transfer");
        var code = Rupiah(await buyer.Find("order-code").Locator("dd").InnerTextAsync());
        var amount = await buyer.Find("transfer-amount").InnerTextAsync();
        Assert.InRange(code, 1, 999);
        Assert.Equal(Rupiah(await buyer.Find("order-total").InnerTextAsync()) + code, Rupiah(amount));
        Assert.Equal(amount, await buyer.Find("order-transfer").InnerTextAsync());
        await buyer.SendProofAsync(width < 600 ? "amplang-toples.webp" : "amplang-bungkus.webp");

        // the seller types what the bank says came in
        await seller.OpenAsync("/lapak/pesanan");
        await seller.Find("by-amount").Locator("summary").ClickAsync();
        await seller.Page.Locator("#jumlah").FillAsync(amount);
        await seller.Find("find-amount").ClickAsync();
        await seller.Card(number).WaitForAsync();
        Assert.Equal([number], await seller.Find("order-number").AllInnerTextsAsync());
        await seller.LookAsync("lapak-cari-jumlah");

        await seller.OpenAsync("/lapak/pesanan?status=diproses");
        await seller.Card(number).Locator("[data-test=proof]").WaitForAsync();
        await seller.LookAsync("lapak-bukti");
        await seller.Card(number).Locator("[data-test=state-paid]").ClickAsync();
        await buyer.Page.ReloadAsync();
        Assert.Equal(0, await buyer.Find("pay-transfer").CountAsync());

        // and then it cannot be made after all: the money goes back, and both say so
        await seller.RejectAsync("diproses", number, "Other");
        await seller.OpenAsync("/lapak/pesanan?status=uang-kembali");
        await seller.Card(number).Locator("[name='Input.Back']").FillAsync("transfer sore ini");
        await seller.LookAsync("lapak-uang-kembali");
        await seller.Card(number).Locator("[data-test=state-refund]").ClickAsync();
        await seller.Card(number).GoneAsync();
        await buyer.Page.ReloadAsync();
        Assert.Contains(amount, await buyer.Find("refund").InnerTextAsync(), StringComparison.Ordinal);
        await buyer.LookAsync("pesanan-uang-kembali");
        await buyer.Find("confirm-refund").ClickAsync();
        await buyer.Find("confirm-refund").GoneAsync();
    }

    private static long Rupiah(string text) => long.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
}
