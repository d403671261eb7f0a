using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace Kim.Market.Browser.Tests;

/// <summary>What every page owes everybody: it can be read by everyone, fits a phone, weighs little and stays on its own site.</summary>
public sealed class EveryPageTests(MarketSite site)
{
    private const int MostBytes = 60 * 1024;

    public static TheoryData<string, string> Pages => new()
    {
        { "beranda", "/" }, { "beranda-en", "/en" }, { "cari", "/cari?q=nila" }, { "cari-kosong", "/cari?q=tidakadasamasekali" },
        { "produk", "/p/{amplang}" }, { "produk-vakum", "/p/{resting}" }, { "kim", "/kim" }, { "kim-satu", "/kim/{kim}" }, { "kim-daftar", "/kim/daftar" }, { "lapak-daftar", "/lapak/daftar" }, { "serah", "/serah/{toko}" }, { "toko", "/toko/{toko}" },
        { "desa", "/desa" }, { "desa-satu", "/desa/64.02.15.1004" }, { "kecamatan", "/desa/64.02.15" }, { "hasil", "/hasil" },
        { "terdaftar", "/desa/64.02.15.1004/terdaftar" }, { "klaim", "/klaim?kode=ABCD2345" },
        { "hasil-baris", "/hasil/umkm-aktif" }, { "privasi", "/privasi" }, { "siapa-boleh-apa", "/siapa-boleh-apa" }, { "masuk", "/masuk" }, { "keranjang-kosong", "/keranjang" },
        { "pesanan-cari", "/pesanan" }, { "tidak-ada", "/tidak-ada" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_fits_and_stays_at_home(string name, string path)
    {
        foreach (var width in new[] { 390, 1280 })
        {
            await using var visitor = await site.VisitorAsync(width);
            await visitor.OpenAsync(await AddressAsync(path));
            await visitor.PhotographAsync(name);

            Assert.True(await visitor.FitsAsync(), $"{path} is wider than {width} px.");
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
            Assert.Empty((await visitor.Page.RunAxe()).Violations.Select(Words));
            Assert.Empty(visitor.Complaints);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_weighs_little_over_the_wire(string name, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(site.Address) };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        using var answer = await http.GetAsync(new Uri(await AddressAsync(path), UriKind.Relative), TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.True(bytes.Length <= MostBytes, $"{name} weighs {bytes.Length:N0} bytes.");
        Assert.NotEmpty(answer.Headers.GetValues("Content-Security-Policy"));
    }

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
                Assert.Empty((await buyer.Page.RunAxe()).Violations.Select(Words));
                Assert.True(await buyer.FitsAsync());
            }

            await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-3456");
            await buyer.Shown("place-order").ClickAsync();
            await buyer.PhotographAsync("checkout-salah");
            Assert.Empty((await buyer.Page.RunAxe()).Violations.Select(Words));

            await buyer.Page.Locator("[name='Input.Name']").FillAsync("Pembeli Contoh");
            await buyer.Page.Locator("[name='Input.WhatsApp']").FillAsync("0812-0000-0043");
            await buyer.Shown("place-order").ClickAsync();
            await buyer.Page.WaitForURLAsync("**/pesanan/*");
            await buyer.PhotographAsync("pesanan");
            Assert.Empty((await buyer.Page.RunAxe()).Violations.Select(Words));
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
        Assert.Empty((await seller.Page.RunAxe()).Violations.Select(Words));
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/atur/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-atur");
        Assert.Empty((await seller.Page.RunAxe()).Violations.Select(Words));
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync($"/lapak/sertifikat/{site.Amplang.Stall.Slug}");
        await seller.PhotographAsync("lapak-sertifikat");
        Assert.Empty((await seller.Page.RunAxe()).Violations.Select(Words));
        Assert.True(await seller.FitsAsync());
        await seller.OpenAsync("/akun");
        await seller.PhotographAsync("akun");
        Assert.Empty((await seller.Page.RunAxe()).Violations.Select(Words));
    }

    private async Task<string> AddressAsync(string path)
    {
        if (path.Contains("{kim}", StringComparison.Ordinal))
        {
            await using var visitor = await site.VisitorAsync(390);
            await visitor.OpenAsync("/kim");
            return (await visitor.Page.Locator("[data-test=kim-card] a").First.GetAttributeAsync("href"))!;
        }

        return path.Replace("{amplang}", site.Amplang.Slug, StringComparison.Ordinal)
            .Replace("{resting}", site.Resting.Slug, StringComparison.Ordinal)
            .Replace("{toko}", site.Amplang.Stall.Slug, StringComparison.Ordinal);
    }

    private static string Words(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {string.Join("; ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
