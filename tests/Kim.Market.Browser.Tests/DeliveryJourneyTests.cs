namespace Kim.Market.Browser.Tests;

/// <summary>Goods that are brought: what it costs stands there before the last click, with scripts and without.</summary>
public sealed class DeliveryJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task A_buyer_names_the_village_and_sees_the_fee_before_ordering(int width, bool scripts)
    {
        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.OpenAsync($"/p/{site.Bread.Slug}");
        await buyer.Shown("add-to-cart").ClickAsync();
        await buyer.OpenAsync("/keranjang");
        await buyer.PhotographAsync("antar-keranjang");
        await buyer.OpenAsync("/checkout");
        await buyer.Page.Locator("[value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Where']").FillAsync("Pendingin, Sanga Sanga");
        await buyer.Find("see-fee").ClickAsync();
        await buyer.Page.Locator("#Input_Where[aria-invalid]").WaitForAsync();
        Assert.Contains("Tambah Rp8.000 lagi", await buyer.Find("field-error").InnerTextAsync(), StringComparison.Ordinal);
        await buyer.LookAsync("antar-kurang");

        await buyer.TakeAsync(site.Bread);
        await buyer.NameAsync("Pembeli Contoh", "0812-0000-0044");
        await buyer.Page.Locator("[value=Delivery]").CheckAsync();
        await buyer.PhotographAsync("antar-belum");
        await buyer.Page.Locator("[name='Input.Where']").FillAsync("Pendingin, Sanga Sanga");
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 02");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Find("newly-priced").WaitForAsync();
        Assert.Contains("Rp29.000", await buyer.Find("newly-priced").InnerTextAsync(), StringComparison.Ordinal);
        await buyer.LookAsync("antar-ongkir");

        await buyer.OrderAsync();
        Assert.Equal("Rp29.000", await buyer.Find("order-total").InnerTextAsync());
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1280, false)]
    public async Task Where_no_table_says_it_the_seller_names_the_price_and_the_buyer_agrees(int width, bool scripts)
    {
        await using var buyer = await site.VisitorAsync(width, scripts);
        await buyer.TakeAsync(site.Bread);
        await buyer.NameAsync("Pembeli Jauh", "0812-0000-0045");
        await buyer.Page.Locator("[value=Delivery]").CheckAsync();
        await buyer.Page.Locator("[name='Input.Where']").FillAsync("Manggar, Balikpapan Timur");
        await buyer.Page.Locator("[name='Input.Address']").FillAsync("Gg. Contoh RT 02");
        await buyer.Shown("place-order").ClickAsync();
        await buyer.Find("newly-priced").WaitForAsync();
        await buyer.LookAsync("antar-ditanya");
        await buyer.OrderAsync();
        await buyer.LookAsync("pesanan-menunggu-ongkir");
        var number = await buyer.Find("order-number").InnerTextAsync();

        await using var seller = await BakerAsync(width, scripts);
        var card = seller.Card(number);
        await seller.LookAsync("lapak-sebut-ongkir");
        await card.Locator("[name='Input.Fee']").FillAsync("35.000");
        await card.Locator("[name='Input.How']").FillAsync("Travel sore, sampai besok");
        await card.Locator("[data-test=send-quote]").ClickAsync();
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");

        await buyer.Page.ReloadAsync();
        await buyer.LookAsync("pesanan-setuju-ongkir");
        await buyer.Find("agree-quote").ClickAsync();
        await buyer.Find("agree-quote").GoneAsync();
        Assert.Equal("Rp47.000", await buyer.Find("order-total").InnerTextAsync());
    }

    [Fact]
    public async Task A_seller_keeps_a_table_of_places()
    {
        await using var seller = await BakerAsync(390, scripts: true);
        await seller.OpenAsync($"/lapak/ongkir/{site.Bread.Stall.Slug}");
        foreach (var width in new[] { 390, 1280 })
        {
            await seller.WidenAsync(width);
            await seller.LookAsync("lapak-ongkir");
        }

        await seller.OpenAsync($"/toko/{site.Bread.Stall.Slug}");
        await seller.WidenAsync(390);
        await seller.LookAsync("toko-ongkir");
    }

    private async Task<Visitor> BakerAsync(int width, bool scripts)
    {
        var seller = await site.VisitorAsync(width, scripts);
        await seller.SignInAsync(site.Baker);
        return seller;
    }
}
