namespace Kim.Market.Browser.Tests;

/// <summary>What every page owes everybody: it can be read by everyone, fits a phone, weighs little and stays on its own site.</summary>
public sealed class EveryPageTests(MarketSite site)
{
    private const int MostBytes = 60 * 1024;

    public static TheoryData<string, string> Pages => new()
    {
        { "beranda", "/" }, { "beranda-en", "/en" }, { "cari", "/cari?q=nila" }, { "cari-kosong", "/cari?q=tidakadasamasekali" },
        { "produk", "/p/{amplang}" }, { "produk-vakum", "/p/{resting}" }, { "kim", "/kim" }, { "kim-satu", "/kim/{kim}" }, { "kim-daftar", "/kim/daftar" }, { "lapak-daftar", "/lapak/daftar" }, { "serah", "/serah/{toko}" }, { "toko", "/toko/{toko}" }, { "cerita", "/cerita/{cerita}" }, { "cerita-semua", "/cerita" }, { "pembinaan", "/pembinaan" }, { "unggulan-semua", "/unggulan" }, { "lomba-semua", "/lomba" }, { "hasil-tahun", "/hasil/wilayah/64.02.15?tahun=2026" }, { "potensi", "/potensi/{potensi}" }, { "promosi", "/promosi/barang/{amplang}" }, { "promosi-desa", "/promosi/desa/64.02.15.1004" }, { "promosi-vakum", "/promosi/barang/{resting}" }, { "bandingkan", "/bandingkan?desa=64.02.15.1004&desa=64.02.15.1003" }, { "bandingkan-kosong", "/bandingkan?tambah=Sari+Jaya" }, { "potensi-desa", "/desa/64.02.15.1004/potensi" }, { "tanya-desa", "/desa/64.02.15.1004/tanya" }, { "tanya-jawab-desa", "/desa/64.02.15.1004/tanya-jawab" }, { "prospektus", "/desa/64.02.15.1004/prospektus" }, { "periksa", "/periksa" },
        { "desa", "/desa" }, { "desa-satu", "/desa/64.02.15.1004" }, { "kecamatan", "/wilayah/64.02.15" }, { "kabupaten", "/wilayah/64.02" }, { "provinsi", "/wilayah/64" }, { "hasil", "/hasil" }, { "hasil-wilayah", "/hasil/wilayah/64.02" }, { "hasil-kim", "/hasil/kim/{kim}" }, { "hasil-desa", "/en/hasil/wilayah/64.02.15.1004" }, { "hasil-bulan", "/hasil/wilayah/64?bulan=2026-01" }, { "hasil-tanpa", "/hasil/wilayah/64.02.02" }, { "data", "/data" }, { "data-satu", "/data/umkm-aktif" }, { "kabari-cari", "/cari/kabari/madu%20kelulut" },
        { "terdaftar", "/desa/64.02.15.1004/terdaftar" }, { "klaim", "/klaim?kode=ABCD2345" },
        { "hasil-baris", "/hasil/umkm-aktif" }, { "privasi", "/privasi" }, { "siapa-boleh-apa", "/siapa-boleh-apa" }, { "masuk", "/masuk" }, { "keranjang-kosong", "/keranjang" },
        { "pesanan-cari", "/pesanan" }, { "pesanan-saya", "/pesanan-saya" }, { "favorit", "/favorit" }, { "tidak-ada", "/tidak-ada" }, { "luring", "/luring" }, { "pengunjung", "/pengunjung" },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_accessible_fits_and_stays_at_home(string name, string path)
    {
        await using var visitor = await site.VisitorAsync(390);
        await visitor.OpenAsync(await AddressAsync(path));
        foreach (var width in new[] { 390, 1280 })
        {
            await visitor.WidenAsync(width);
            await visitor.PhotographAsync(name);

            Assert.True(await visitor.FitsAsync(), $"{path} is wider than {width} px.");
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
            Assert.Empty(await visitor.BarriersAsync());
        }

        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_barrier_is_found_where_there_is_one()
    {
        await using var visitor = await site.VisitorAsync(390);
        await visitor.OpenAsync("/masuk");
        await visitor.Page.EvaluateAsync("document.querySelectorAll('label').forEach(label => label.remove())");

        Assert.Contains(await visitor.BarriersAsync(), barrier => barrier.Contains(": label (critical)", StringComparison.Ordinal));
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

    private async Task<string> AddressAsync(string path)
    {
        if (path.Contains("{kim}", StringComparison.Ordinal))
        {
            await using var visitor = await site.VisitorAsync(390);
            await visitor.OpenAsync("/kim");
            return path.Replace("/kim/{kim}", (await visitor.Page.Locator("[data-test=kim-card] a").First.GetAttributeAsync("href"))!, StringComparison.Ordinal);
        }

        return path.Replace("{amplang}", site.Amplang.Slug, StringComparison.Ordinal)
            .Replace("{resting}", site.Resting.Slug, StringComparison.Ordinal)
            .Replace("{cerita}", site.Story, StringComparison.Ordinal)
            .Replace("{potensi}", site.Potential, StringComparison.Ordinal)
            .Replace("{toko}", site.Amplang.Stall.Slug, StringComparison.Ordinal);
    }
}
