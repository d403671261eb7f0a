using Kim.Market.Web.Tests.Payments;

namespace Kim.Market.Browser.Tests;

/// <summary>The same is owed on the pages one only reaches with goods in the cart, and on the seller's.</summary>
public sealed class TillPagesTests(MarketSite site)
{
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

            await buyer.NameAsync("Pembeli Contoh", "0812-0000-0043");
            await buyer.OrderAsync();
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
        await seller.SignInAsync(site.Seller);
        await seller.LookAsync("lapak-pesanan");
        await seller.OpenAsync($"/lapak/atur/{site.Amplang.Stall.Slug}");
        await seller.LookAsync("lapak-atur");
        await seller.OpenAsync($"/lapak/sertifikat/{site.Amplang.Stall.Slug}");
        await seller.LookAsync("lapak-sertifikat");
        await seller.OpenAsync($"/lapak/pembayaran/{site.Amplang.Stall.Slug}");
        await seller.LookAsync("lapak-pembayaran");
        await seller.Page.Locator("summary:has-text('Tempel isi kodenya')").ClickAsync();
        await seller.Page.Locator("[name='Input.Written']").FillAsync(Posters.Stall);
        await seller.Find("read-qris").ClickAsync();
        await seller.Find("asked").WaitForAsync();
        await seller.LookAsync("lapak-pembayaran-cocokkan");
        await seller.OpenAsync($"/lapak/jejak/{site.Amplang.Stall.Slug}");
        await seller.LookAsync("lapak-jejak");
        await seller.OpenAsync("/akun");
        await seller.LookAsync("akun");
    }
}
