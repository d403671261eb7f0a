namespace Kim.Market.Browser.Tests;

/// <summary>A seller lists a product from a telephone in a real browser; <see cref="BirthJourneyTests"/> tell the way there.</summary>
public sealed class GoodsJourneyTests(MarketSite site)
{
    [Fact]
    public async Task What_was_typed_outlives_a_closed_tab_and_goes_once_it_is_saved()
    {
        await using var seller = await site.VisitorAsync(390);
        await seller.SignInAsync(site.Seller);
        await seller.OpenAsync("/lapak/produk/baru");
        await seller.Page.Locator("[name='Input.Name']").FillAsync("Lempeng Sagu");
        await seller.Page.Locator("[name='Input.Category']").SelectOptionAsync("makanan-olahan/amplang");
        await seller.Page.Locator("[name='Input.Price']").FillAsync("15.000");

        await seller.OpenAsync("/lapak/pesanan");
        await seller.OpenAsync("/lapak/produk/baru");
        Assert.Equal("Lempeng Sagu", await seller.Page.Locator("[name='Input.Name']").InputValueAsync());
        Assert.Equal("makanan-olahan/amplang", await seller.Page.Locator("[name='Input.Category']").InputValueAsync());
        Assert.True(await seller.Page.Locator("[data-kept]").IsVisibleAsync());

        await seller.Page.Locator("[name='Input.Stock']").FillAsync("3");
        await seller.Find("save-draft").ClickAsync();
        await seller.Page.WaitForURLAsync("**/lapak/produk/*-*");
        await seller.OpenAsync("/lapak/produk/baru");
        Assert.Equal("", await seller.Page.Locator("[name='Input.Name']").InputValueAsync());
        Assert.Empty(seller.Complaints);
    }

    private static async Task FillAsync(Visitor visitor, params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers)
        {
            await visitor.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        }
    }

    internal static async Task ListAsync(Visitor seller, string name, byte[] photo, bool scripts)
    {
        await seller.OpenAsync("/lapak/produk");
        await seller.Shown("new-product").ClickAsync();
        if (scripts)
        {
            await seller.LookAsync("lapak-produk-baru");
        }

        await seller.Find("camera").SetInputFilesAsync(new Microsoft.Playwright.FilePayload { Name = "IMG_0001.jpg", MimeType = "image/jpeg", Buffer = photo });
        await seller.Page.Locator("[name='Input.Name']").FillAsync(name);
        await seller.Page.Locator("[name='Input.Category']").SelectOptionAsync("makanan-olahan/amplang");
        await seller.Page.Locator("[name='Input.Price']").FillAsync("28.000");
        await seller.Page.Locator("[name='Input.Unit']").SelectOptionAsync("toples");
        await seller.Page.Locator("[name='Input.Stock']").FillAsync("12");
        if (scripts)
        {
            Assert.Equal(1, await seller.Page.Locator(".photo-drop img").CountAsync());
            await seller.PhotographAsync("lapak-produk-baru-isi");
        }

        await seller.Find("save-submit").ClickAsync();
        await seller.Page.WaitForURLAsync("**/lapak/produk/*-*");
        if (!scripts)
        {
            for (var patience = 0; patience < 100 && await seller.Find("photo-preparing").CountAsync() > 0; patience++)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
                await seller.Page.ReloadAsync();
            }
        }

        await seller.Find("own-photo").WaitForAsync(); // with scripts the page looks again by itself
        Assert.Equal("Diperiksa KIM", await seller.Find("product-status").InnerTextAsync());
        if (scripts)
        {
            await seller.LookAsync("lapak-produk-satu");
            var here = seller.Page.Url;
            foreach (var (page, shown) in new[]
            {
                ("/lapak/produk", "lapak-produk"), (here + "/ubah", "lapak-produk-ubah"), (here + "/harga", "lapak-produk-harga"),
                (here + "/stok", "lapak-produk-stok"), ("/lapak/produk/csv", "lapak-produk-csv"), ("/riwayat", "riwayat"),
            })
            {
                await seller.OpenAsync(page);
                await seller.LookAsync(shown);
            }

            await seller.OpenAsync(here);
        }
    }
}
