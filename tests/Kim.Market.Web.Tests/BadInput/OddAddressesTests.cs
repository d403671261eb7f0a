using System.Globalization;

namespace Kim.Market.Web.Tests.BadInput;

/// <summary>Whatever somebody types into the address bar, an answer comes back and never a failure of ours.</summary>
public sealed class OddAddressesTests(MarketApp app)
{
    private static readonly string[] Pages =
    [
        "/", "/cari", "/p/{0}", "/kim", "/kim/{0}", "/toko/{0}", "/desa", "/desa/{0}", "/hasil", "/hasil/{0}", "/hasil/bukti/{0}/{1}", "/data/{0}", "/data/{0}.csv", "/data/{0}.json",
        "/privasi", "/keranjang", "/keranjang/tambah", "/favorit", "/favorit/simpan", "/pesanan-saya", "/checkout", "/pesanan", "/pesanan/{0}", "/masuk", "/keluar", "/akun",
        "/lapak/pesanan", "/lapak/produk?sesudah={0}", "/lapak/produk/{0}", "/p/{0}/harga.json", "/kelola/kurasi?sesudah={0}", "/riwayat?sesudah={0}", "/foto/{0}", "/aset/{0}", "/{0}", "/en/{0}", "/en", "/healthz", "/readyz",
    ];

    private static readonly string[] Odd =
    [
        "x", "-", "..", "%2e%2e%2f", "%FF%FE", "a%20b", "'", "%22%3E%3Cscript%3E", "64.02", "6402", "64.02.15.1004", "99.99.99.9999",
        "0", "-1", "9999999999999999999999", "1e9", "NaN", "pesanan-selesai", "kim-aktif", "00000000-0000-0000-0000-000000000000",
        "AAAAAAAAAAAAAAAAAAAAAA", "%E2%98%85", "%F0%9F%A6%90", "select%201", "{0}", "%7B0%7D", "a:b", "con", "~", "%25", "+",
    ];

    private static readonly string[] Queries =
    [
        "", "?", "?q=", "?q=amplang&q=madu", "?q=%25%25", "?q=a:*%26!(", "?q=%27%20or%201=1--", "?kategori=tidak-ada",
        "?sesudah=rusak", "?sesudah=", "?sesudah=99999999999999999999_x", "?wilayah=99", "?wilayah=%27", "?status=aneh", "?format=csv",
        "?format=xml", "?handler=Tambah", "?handler=TidakAda", "?page=..%2f..", "?kembali=https%3A%2F%2Fjahat.example", "?per=2026-13-45",
    ];

    [Fact]
    public async Task No_address_makes_the_program_fail()
    {
        var http = app.Visitor().Http;
        var failed = new List<string>();
        foreach (var address in Addresses())
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if ((int)answer.StatusCode >= 500)
            {
                failed.Add($"{(int)answer.StatusCode} {address}");
            }
        }

        Assert.Empty(failed);
    }

    [Fact]
    public async Task An_unknown_address_answers_404_with_the_search_box()
    {
        var visitor = await app.Visitor().Visit("/tidak-ada-di-sini");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, visitor.Status);
        Assert.NotNull(visitor.Find("search-box"));
    }

    // Every page with every odd part, and every page with every odd query: not their whole product, which would say no more.
    private static IEnumerable<string> Addresses()
    {
        foreach (var page in Pages)
        {
            if (page.Contains('{', StringComparison.Ordinal))
            {
                foreach (var odd in Odd)
                {
                    yield return string.Format(CultureInfo.InvariantCulture, page, odd, odd);
                }
            }

            foreach (var query in Queries)
            {
                yield return string.Format(CultureInfo.InvariantCulture, page, "x", "1") + query;
            }
        }

        yield return "/cari?q=" + new string('a', 4_000);
        yield return "/p/" + new string('a', 2_000);
        yield return "/pesanan/" + new string('A', 2_000);
    }
}
