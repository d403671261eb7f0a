using System.Net;

namespace Kim.Market.Web.Tests.Home;

public class HomeTests(MarketApp app)
{
    private const string MuaraRitan = "64.02.12.2003";

    private readonly Bazaar _bazaar = new(app);

    [Fact]
    public async Task The_first_page_leads_to_a_search_to_goods_and_to_places()
    {
        var booth = await _bazaar.Booth(MuaraRitan);
        await _bazaar.Goods(booth, "Gaharu Contoh");

        var page = await app.Visitor().Visit("/");

        Assert.Equal("Langsung dari pembuatnya.", page.Text("h1"));
        Assert.NotNull(page.Find("input[data-test=search-box][name=q]"));
        Assert.Single(page.All("[data-test=product-card] img[fetchpriority=high]"));
        Assert.False(page.Find("[data-test=product-card] img")!.HasAttribute("loading"));
        Assert.Equal(
            ["/wilayah/64.02.12", "/wilayah/64.02.10", "/wilayah/64.02.09"],
            page.All("river-stop").Take(3).Select(stop => stop.GetAttribute("href")));
        Assert.Equal("Tabang", page.Text("[data-test=river-stop] b"));
    }

    [Fact]
    public async Task What_was_just_put_on_a_stall_is_on_the_first_page()
    {
        var booth = await _bazaar.Booth(MuaraRitan);
        await app.Visitor().Visit("/");
        var (_, slug) = await _bazaar.Goods(booth, "Damar Contoh");

        var page = await app.Visitor().Visit("/");

        Assert.NotNull(page.Find($"[data-test=product-card] a[href='/p/{slug}']"));
    }

    [Fact]
    public async Task It_is_light_enough_for_a_weak_signal()
    {
        using var http = app.Server.CreateClient();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");

        using var answer = await http.GetAsync("/", TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(bytes.Length, 1, 60 * 1024);
    }

    [Fact]
    public async Task Every_link_of_the_page_leads_somewhere()
    {
        var visitor = await app.Visitor().Visit("/");
        var links = visitor.All("main a[href]").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        foreach (var link in links)
        {
            await visitor.Visit(link);

            Assert.True(visitor.Status == HttpStatusCode.OK, $"{link} answers {visitor.Status}");
        }
    }
}
