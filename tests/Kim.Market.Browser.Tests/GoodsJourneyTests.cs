using System.Diagnostics;
using Deque.AxeCore.Playwright;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Browser.Tests;

/// <summary>The other main job in a real browser: a seller lists a product from a telephone, the KIM looks, the public sees it.</summary>
public sealed class GoodsJourneyTests(MarketSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_photo_of_twelve_megapixels_becomes_a_product_on_the_market(bool scripts)
    {
        var name = scripts ? "Sambal Gami Nila 150 g" : "Abon Haruan 100 g";
        var photo = await Sample.TwelveMegapixelsAsync();
        await using var seller = await site.VisitorAsync(390, scripts);
        await SignInAsync(seller, site.Seller, "**/lapak/pesanan**");

        var watch = Stopwatch.StartNew();
        await ListAsync(seller, name, photo, scripts);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));

        await ApproveAsync(name, scripts);

        await using var buyer = await site.VisitorAsync(390, scripts);
        await seller.Page.ReloadAsync();
        await buyer.OpenAsync((await seller.Find("public-page").GetAttributeAsync("href"))!);
        Assert.Equal(name, await buyer.Page.Locator("h1").InnerTextAsync());
        Assert.True(await buyer.Page.Locator(".gallery img").EvaluateAsync<bool>("img => img.decode().then(() => img.naturalWidth > 0)"));
        Assert.Empty(seller.Complaints);
        Assert.Empty(buyer.Complaints);
    }

    [Fact]
    public async Task A_seller_tells_terms_and_options_and_a_buyer_chooses_one_without_a_script()
    {
        const string Name = "Bingka Kentang";
        await using var seller = await site.VisitorAsync(390);
        await SignInAsync(seller, site.Seller, "**/lapak/pesanan**");
        await ListAsync(seller, Name, await Sample.OfAsync("jpg", 700, 875), scripts: false);
        await ApproveAsync(Name, scripts: false);
        var here = seller.Page.Url;

        await seller.OpenAsync(here + "/ubah");
        await seller.Page.Locator("[data-test=more-fields] summary").ClickAsync();
        await seller.Page.Locator("label.chip", new() { HasText = "Dibuat setelah dipesan" }).ClickAsync();
        Assert.False(await seller.Page.Locator("[name='Input.FromMonth']").IsVisibleAsync());
        await FillAsync(seller, ("LeadDays", "2"), ("Capacity", "40"), ("CutOff", "15"), ("Deposit", "Setengah harga saat pesan."), ("Minimum", "2"));
        await FillAsync(seller, ("People", "Bu Contoh dan tiga tetangganya."), ("Process", "Kentang kukus, santan, telur bebek; dipanggang di tungku tanah."));
        await seller.Page.Locator("[name='Input.Halal']").SelectOptionAsync("HalalIngredients");
        await FineAsync(seller, "lapak-produk-ubah-tambahan");
        await seller.Find("save-product").ClickAsync();
        await seller.Find("flash").WaitForAsync();

        await seller.OpenAsync(here + "/pilihan");
        await FillAsync(seller, ("First", "loyang kecil"), ("Option", "loyang besar"), ("Price", "52.000"), ("Content", "900"), ("Stock", "8"));
        await seller.Find("add-option").ClickAsync();
        await seller.Find("flash").WaitForAsync();
        await FineAsync(seller, "lapak-produk-pilihan");
        await ApproveAsync($"{Name}, loyang besar", scripts: false);

        await seller.OpenAsync(here);
        var page = (await seller.Find("public-page").GetAttributeAsync("href"))!;
        await using var reader = await site.VisitorAsync(390);
        await reader.OpenAsync(page);
        await FineAsync(reader, "produk-pilihan");
        foreach (var width in new[] { 390, 1280 })
        {
            await using var buyer = await site.VisitorAsync(width, scripts: false);
            await buyer.OpenAsync(page);
            await buyer.PhotographAsync("produk-pilihan-tanpa-skrip");
            await buyer.Page.Locator("[data-test=options] a", new() { HasText = "loyang besar" }).ClickAsync();
            Assert.Equal($"{Name}, loyang besar", await buyer.Page.Locator("h1").InnerTextAsync());
            await buyer.Shown("add-to-cart").ClickAsync();
            await buyer.PhotographAsync("keranjang-pilihan");
            Assert.Contains($"{Name}, loyang besar", await buyer.Find("cart-line").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Empty(buyer.Complaints);
        }

        Assert.Empty(seller.Complaints);
    }

    [Fact]
    public async Task What_was_typed_outlives_a_closed_tab_and_goes_once_it_is_saved()
    {
        await using var seller = await site.VisitorAsync(390);
        await SignInAsync(seller, site.Seller, "**/lapak/pesanan**");
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

    internal static async Task SignInAsync(Visitor visitor, (string Phone, string Password) account, string lands)
    {
        await visitor.OpenAsync("/masuk");
        await visitor.Page.Locator("[name='Input.Login']").FillAsync(account.Phone);
        await visitor.Page.Locator("[name='Input.Password']").FillAsync(account.Password);
        await visitor.Page.Locator("[name='Input.Password']").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync(lands);
    }

    private static async Task FillAsync(Visitor visitor, params (string Field, string Value)[] answers)
    {
        foreach (var (field, value) in answers)
        {
            await visitor.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        }
    }

    internal static async Task FineAsync(Visitor visitor, string name)
    {
        await visitor.PhotographAsync(name);
        Assert.True(await visitor.FitsAsync(), $"{name} is wider than the screen.");
        Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(found => $"{found.Id}: {found.Nodes[0].Html}"));
    }

    private static async Task ListAsync(Visitor seller, string name, byte[] photo, bool scripts)
    {
        await seller.OpenAsync("/lapak/produk");
        await seller.Shown("new-product").ClickAsync();
        if (scripts)
        {
            await FineAsync(seller, "lapak-produk-baru");
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
            await FineAsync(seller, "lapak-produk-satu");
            var here = seller.Page.Url;
            foreach (var (page, shown) in new[]
            {
                ("/lapak/produk", "lapak-produk"), (here + "/ubah", "lapak-produk-ubah"), (here + "/harga", "lapak-produk-harga"),
                (here + "/stok", "lapak-produk-stok"), ("/lapak/produk/csv", "lapak-produk-csv"), ("/riwayat", "riwayat"),
            })
            {
                await seller.OpenAsync(page);
                await FineAsync(seller, shown);
            }

            await seller.OpenAsync(here);
        }
    }

    private async Task ApproveAsync(string name, bool scripts)
    {
        await using var curator = await site.VisitorAsync(390, scripts);
        await SignInAsync(curator, site.Curator, "**");
        await curator.OpenAsync("/kelola/kurasi");
        var card = curator.Find("waiting").Filter(new() { HasText = name });
        if (scripts)
        {
            await FineAsync(curator, "kurasi");
            await card.Locator("[data-test=ask-fix] summary").ClickAsync();
            await FineAsync(curator, "kurasi-perbaikan");
        }

        await card.Locator("[data-test=approve]").ClickAsync();
        await curator.Find("flash").WaitForAsync();
        Assert.Empty(curator.Complaints);
    }
}
