namespace Kim.Market.Browser.Tests;

/// <summary>The same is owed on the pages one only reaches with goods in the cart, and on the seller's.</summary>
public sealed class TillPagesTests(MarketSite site)
{
    /// <summary>A synthetic payment code: no bank knows its merchant.</summary>
    private const string Qris = "00020101021126680016ID.CO.CONTOH.WWW011893600000000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10999999999990303UMI5204549953033605802ID5916LAPAK KIM CONTOH6015KUTAI KARTANEGA6105755116304CF0D";

    [Fact]
    public async Task The_way_to_the_till_is_accessible_too()
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await using var buyer = await site.VisitorAsync(width);
            await buyer.OpenAsync($"/p/{site.Amplang.Slug}");
            await buyer.Shown("add-to-cart").ClickAsync();
            foreach (var (name, path) in new[] { ("keranjang", "/keranjang"), ("checkout", "/checkout") })
            {
                await buyer.OpenAsync(path);
                await buyer.PhotographAsync(name);
                Assert.Empty(await buyer.BarriersAsync());
                Assert.True(await buyer.FitsAsync());
            }

            await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-3456");
            await buyer.Shown("place-order").ClickAsync();
            await buyer.PhotographAsync("checkout-salah");
            Assert.Empty(await buyer.BarriersAsync());

            await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Contoh");
            await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0043");
            await buyer.Shown("place-order").ClickAsync();
            await buyer.Page.WaitForURLAsync("**/pesanan/*");
            await buyer.PhotographAsync("pesanan");
            Assert.Empty(await buyer.BarriersAsync());
            await buyer.Find("own-data").ClickAsync();
            await buyer.Find("erase-form").WaitForAsync();
            await buyer.PhotographAsync("pesanan-data");
            Assert.Empty(await buyer.BarriersAsync());
            Assert.True(await buyer.FitsAsync());
            await SellerSeesAsync(width);
        }
    }

    private async Task SellerSeesAsync(int width)
    {
        await using var seller = await site.VisitorAsync(width);
        await seller.OpenAsync("/masuk");
        await seller.Page.Locator("[name='Input.Login']").FillAsync(site.Seller.Phone);
        await seller.Page.Locator("[name='Input.Password']").FillAsync(site.Seller.Password);
        await seller.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await seller.Page.WaitForURLAsync("**/lapak/pesanan**");
        await seller.PhotographAsync("lapak-pesanan");
        Assert.Empty(await seller.BarriersAsync());
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/atur/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-atur");
        Assert.Empty(await seller.BarriersAsync());
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/sertifikat/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-sertifikat");
        Assert.Empty(await seller.BarriersAsync());
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/pembayaran/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-pembayaran");
        Assert.Empty(await seller.BarriersAsync());
        await seller.Page.Locator("summary:has-text('Tempel isi kodenya')").ClickAsync();
        await seller.Page.Locator("[name='Input.Written']").FillAsync(Qris);
        await seller.Find("read-qris").ClickAsync();
        await seller.Find("asked").WaitForAsync();
        await seller.PhotographAsync("lapak-pembayaran-cocokkan");
        Assert.Empty(await seller.BarriersAsync());
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/jejak/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-jejak");
        Assert.Empty(await seller.BarriersAsync());
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync("/akun");
        await seller.PhotographAsync("akun");
        Assert.Empty(await seller.BarriersAsync());
    }
}
