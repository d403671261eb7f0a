using System.Net;
using System.Xml.Linq;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Feeds;

/// <summary>Goods as the catalogues of Google and Facebook take them.</summary>
public sealed class GoodsFeedTests(MarketApp app)
{
    private static readonly XNamespace G = "http://base.google.com/ns/1.0";

    /// <summary>What both refuse an item without (Google product data specification, Facebook catalogue feed).</summary>
    private static readonly string[] Needed = ["id", "title", "description", "link", "image_link", "availability", "price", "brand", "condition"];

    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_KIM_offers_its_goods_to_catalogues_of_others()
    {
        var booth = await _bazaar.Booth("64.02.15.1004", "KIM Katalog", "Dapur <Katalog> & Anak");
        var (there, slug) = await _bazaar.Goods(booth, "Amplang & \"kawan\"", prices: [(40, 30_000), (0, 30_000)]);
        var now = app.Clock.GetUtcNow();
        Decision<ProductEvent> lowered = [new ProductDiscounted(new(24_000), new(30_000), now.AddDays(3), now)]; // as if it had lain there for a month
        await app.Marketplace.TellAsync(there, (Product _) => lowered, new Metadata(), Stop);
        var (gone, _) = await _bazaar.Goods(booth, "Amplang habis", stock: 0);
        var other = await _bazaar.Goods(await _bazaar.Booth("64.02.15.1004", "KIM Lain"), "Amplang orang lain");

        var items = await ItemsAsync($"/kim/{booth.KimSlug}/produk.xml");

        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.All(Needed, name => Assert.False(string.IsNullOrEmpty(item.Element(G + name)?.Value), name)));
        var amplang = items.Single(item => item.Element(G + "id")!.Value == there.Value.ToString("N"));
        Assert.Equal("Amplang & \"kawan\"", amplang.Element(G + "title")!.Value);
        Assert.Equal("30000 IDR", amplang.Element(G + "price")!.Value);
        Assert.Equal("24000 IDR", amplang.Element(G + "sale_price")!.Value);
        Assert.Equal("in_stock", amplang.Element(G + "availability")!.Value);
        Assert.EndsWith($"/p/{slug}", amplang.Element(G + "link")!.Value, StringComparison.Ordinal);
        Assert.StartsWith("http", amplang.Element(G + "image_link")!.Value, StringComparison.Ordinal);
        Assert.Contains(" > ", amplang.Element(G + "product_type")!.Value, StringComparison.Ordinal);
        Assert.Equal("out_of_stock", items.Single(item => item.Element(G + "id")!.Value == gone.Value.ToString("N")).Element(G + "availability")!.Value);
        Assert.Contains(await ItemsAsync("/produk.xml"), item => item.Element(G + "id")!.Value == other.Id.Value.ToString("N"));
    }

    [Fact]
    public async Task It_is_drawn_once_an_hour_and_packed_for_whoever_takes_it_so()
    {
        var booth = await _bazaar.Booth("64.02.15.1004", "KIM Katalog Tetap");
        await _bazaar.Goods(booth, "Amplang pertama");
        Assert.Single(await ItemsAsync($"/kim/{booth.KimSlug}/produk.xml"));
        await _bazaar.Goods(booth, "Amplang kedua");
        Assert.Single(await ItemsAsync($"/kim/{booth.KimSlug}/produk.xml"));

        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/kim/{booth.KimSlug}/produk.xml");
        asked.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await app.Visitor().Http.SendAsync(asked, Stop);
        Assert.Contains("gzip", answer.Content.Headers.ContentEncoding);
        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromHours(1), answer.Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData("/kim/tidak-ada/produk.xml")]
    [InlineData("/kim/Bukan_Slug/produk.xml")]
    public async Task What_there_is_not_has_no_feed(string path)
    {
        using var answer = await app.Visitor().Http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<List<XElement>> ItemsAsync(string path) =>
        [.. XDocument.Parse(await app.Visitor().Http.GetStringAsync(new Uri(path, UriKind.Relative), Stop)).Root!.Element("channel")!.Elements("item")];
}
