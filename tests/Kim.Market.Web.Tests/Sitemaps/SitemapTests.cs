using System.IO.Compression;
using System.Net;
using System.Xml.Linq;

namespace Kim.Market.Web.Tests.Sitemaps;

/// <summary>A search engine finds every public page in both languages, and is told to stay out of everybody's rooms.</summary>
public sealed class SitemapTests(MarketApp app)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task Every_kind_of_public_page_is_found_from_the_index_and_answers()
    {
        var goods = await _cast.Goods(await _cast.Stall("Dapur Peta Contoh"));
        var (_, story) = await _cast.Story(goods);
        var (potential, _) = await _cast.Potential(goods.Stall.Kim);
        await _cast.Confirmed(potential);
        await _cast.Selection(Cast.Village.Regency, goods.Id);
        var hidden = await _cast.Potential(goods.Stall.Kim);
        app.Clock.Advance(TimeSpan.FromHours(1)); // a map that another test had drawn is over
        using var http = app.CreateClient();

        var files = XDocument.Parse(await Text(http, "/sitemap.xml")).Descendants(Map + "loc").Select(loc => new Uri(loc.Value)).ToList();
        var pages = new List<XElement>();
        foreach (var file in files)
        {
            pages.AddRange(XDocument.Parse(await Text(http, file.AbsolutePath)).Descendants(Map + "url"));
        }

        var found = pages.Select(page => new Uri(page.Element(Map + "loc")!.Value).AbsolutePath).ToList();
        Assert.Equal(found.Count, found.Distinct().Count());
        foreach (var path in new[] { "/", "/en", $"/p/{goods.Slug}", $"/en/p/{goods.Slug}", $"/toko/{goods.Stall.Slug}", $"/cerita/{story}", $"/desa/{Cast.Village}", "/hasil" })
        {
            Assert.Contains(path, found);
        }

        Assert.DoesNotContain($"/potensi/{hidden.Slug}", found);
        foreach (var kind in new[] { "/p/", "/toko/", "/kim/", "/cerita/", "/potensi/", "/desa/", "/unggulan/", "/en/p/" })
        {
            var path = found.First(path => path.StartsWith(kind, StringComparison.Ordinal));
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{path} is on the map and answers {answer.StatusCode}.");
        }

        var product = pages.Single(page => page.Element(Map + "loc")!.Value.EndsWith($"/en/p/{goods.Slug}", StringComparison.Ordinal));
        Assert.Equal(
            [("id", $"/p/{goods.Slug}"), ("en", $"/en/p/{goods.Slug}")],
            product.Elements(Xhtml + "link").Select(link => (link.Attribute("hreflang")!.Value, new Uri(link.Attribute("href")!.Value).AbsolutePath)));
    }

    [Fact]
    public async Task A_map_comes_packed_to_whoever_takes_it_packed()
    {
        using var http = app.CreateClient();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/peta-situs/situs-0.xml");
        asked.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);

        Assert.Equal(["gzip"], answer.Content.Headers.ContentEncoding);
        await using var unpacked = new GZipStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        Assert.NotEmpty((await XDocument.LoadAsync(unpacked, LoadOptions.None, TestContext.Current.CancellationToken)).Descendants(Map + "loc"));
        Assert.Equal(await Text(http, "/peta-situs/situs-0.xml"), await Text(http, "/peta-situs/situs-0.xml"));
    }

    [Theory]
    [InlineData("/peta-situs/produk-99.xml")]
    [InlineData("/peta-situs/situs-1.xml")]
    [InlineData("/peta-situs/apa-0.xml")]
    [InlineData("/peta-situs/produk-100.xml")]
    [InlineData("/peta-situs/produk--1.xml")]
    [InlineData("/peta-situs/produk-x.xml")]
    public async Task A_map_that_is_none_is_not_found(string path)
    {
        using var http = app.CreateClient();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Rooms_and_keys_are_closed_to_search_engines_and_nothing_public_is()
    {
        using var http = app.CreateClient();
        var lines = (await Text(http, "/robots.txt")).Split('\n');
        foreach (var room in new[] { "/lapak", "/kelola/kurasi", "/dinas", "/operator", "/akun", "/pesanan/abc", "/en/dinas/kim" })
        {
            Assert.False(IsOpen(room), room);
        }

        foreach (var open in new[] { "/", "/p/amplang", "/toko/dapur", "/kim", "/kim/sekar-lai", "/kim/daftar", "/lapak/daftar", "/desa/64.02", "/cari", "/hasil", "/en", "/en/p/amplang", "/potensi/danau" })
        {
            Assert.True(IsOpen(open), open);
        }

        Assert.Contains(lines, line => line.StartsWith("Sitemap: http", StringComparison.Ordinal) && line.EndsWith("/sitemap.xml", StringComparison.Ordinal));

        // the longest rule that fits decides (RFC 9309)
        bool IsOpen(string path) => lines.Select(line => line.Split(": ")).Where(rule => rule is ["Allow" or "Disallow", var start] && path.StartsWith(start, StringComparison.Ordinal))
            .MaxBy(rule => rule[1].Length) is not ["Disallow", _];
    }

    private static Task<string> Text(HttpClient http, string path) => http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
