using System.Net;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Storefronts;
using Kim.Market.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace Kim.Market.Web.Tests.Storefronts;

/// <summary>A KIM under a name of its own: one page, the same bytes, and nobody signed in.</summary>
public sealed class KimHostTests : IAsyncLifetime
{
    private const string Site = "https://pasar.example";
    private const string Base = "lapak.example";

    private readonly MarketApp _app = new() { Settings = new Dictionary<string, string> { ["PublicUrl"] = Site, ["Kim:BaseHost"] = Base } };
    private Cast _cast = null!;
    private HttpClient _http = null!;
    private Goods _goods = null!;
    private string _slug = "";

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall("Dapur Bernama"), "Amplang Bernama");
        _slug = (await _app.Db.QueryAsync($"select slug from groups where group_id = {_goods.Stall.Kim.Value}", row => row.GetString(0), default)).Single();
        _http = _app.CreateDefaultClient();

        // the pulse on the page follows its events, and the page is dropped once more behind it
        for (var seen = (string?)null; seen?.Contains("id=\"denyut\"", StringComparison.Ordinal) != true; seen = (await Get("pasar.example", $"/kim/{_slug}")).Text)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "")]
    [InlineData("/en", "/en")]
    [InlineData("/en/", "/en")]
    [InlineData("/?utm_source=wa", "")]
    public async Task Its_name_shows_its_page_which_names_one_address_alone(string path, string language)
    {
        var (status, shown, _) = await Get(_slug + "." + Base, path);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"<link rel=\"canonical\" href=\"{Site}{language}/kim/{_slug}\">", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Base, shown, StringComparison.Ordinal);

        // kept from there, it is the same page here, and the other way round
        var (_, main, _) = await Get("pasar.example", $"{language}/kim/{_slug}");
        Assert.Equal(shown, main);
        var (_, again, _) = await Get(_slug.ToUpperInvariant() + "." + Base, path);
        Assert.Equal(shown, again);
    }

    [Fact]
    public async Task The_front_page_of_the_market_is_never_that_of_a_KIM()
    {
        var (_, kim, _) = await Get(_slug + "." + Base, "/");
        foreach (var host in new[] { "pasar.example", "lapak.example", "nakal.example", "xlapak.example", $"{_slug}.lapak.example.nakal.example" })
        {
            var (status, shown, _) = await Get(host, "/");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.NotEqual(kim, shown);
            Assert.DoesNotContain("nakal", shown, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/masuk")]
    [InlineData("/kelola")]
    [InlineData("/keranjang")]
    [InlineData("/en/cari?q=amplang")]
    [InlineData("//nakal.example/x")]
    [InlineData("/robots.txt")]
    public async Task Everything_else_leads_to_the_main_address_in_one_step(string path)
    {
        var (status, _, headers) = await Get(_slug + "." + Base, path);

        Assert.Equal(HttpStatusCode.PermanentRedirect, status);
        Assert.Equal(Site + path, headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_is_pressed_there_is_not_done_there()
    {
        using var pressed = new HttpRequestMessage(HttpMethod.Post, $"https://{_slug}.{Base}/favorit/simpan")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("slug", _goods.Slug)]),
            Headers = { { "Sec-Fetch-Site", "same-origin" } },
        };
        using var answer = await _http.SendAsync(pressed);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"{Site}/kim/{_slug}", answer.Headers.Location!.OriginalString);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Contains($"form-action 'self' {Site}", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_signed_in_there_and_no_cookie_comes_from_there()
    {
        var keeper = _app.As(await _cast.Curator(_goods.Stall.Kim, GroupRole.Chair));
        await keeper.Visit("/kelola");
        Assert.Equal(HttpStatusCode.OK, keeper.Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"https://{_slug}.{Base}/");
        request.Headers.Add("Cookie", "Flash=x; kim=y");
        using var answer = await _http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("tidak-ada")]
    [InlineData("dua.nama")]
    [InlineData("-")]
    public async Task A_name_of_no_KIM_shows_nothing(string name) => Assert.Equal(HttpStatusCode.NotFound, (await Get($"{name}.{Base}", "/")).Status);

    [Fact]
    public async Task Its_own_parts_are_served_there()
    {
        var (_, shown, _) = await Get(_slug + "." + Base, "/");
        var sheet = shown.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        Assert.Equal(HttpStatusCode.OK, (await Get(_slug + "." + Base, sheet)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get(_slug + "." + Base, StoreSheet.Of(Drawing.Colour.Of("#8a3ffc")).Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get(_slug + "." + Base, "/kabar.js")).Status);
    }

    [Fact]
    public void Half_a_setting_does_not_start()
    {
        Assert.Null(KimNames.Of(With()).Below("x.lapak.example"));
        Assert.Throws<CannotStartException>(() => KimNames.Of(With(("Kim:BaseHost", Base))));
        Assert.Throws<CannotStartException>(() => KimNames.Of(With(("Kim:BaseHost", "https://x"), ("PublicUrl", Site))));
        Assert.Throws<CannotStartException>(() => KimNames.Of(With(("Kim:BaseHost", Base), ("PublicUrl", "pasar"))));

        var names = KimNames.Of(With(("Kim:BaseHost", "example.go.id"), ("PublicUrl", "https://pasar.example.go.id/")));
        Assert.Null(names.Below("pasar.example.go.id")); // the main address may lie below as well
        Assert.Null(names.Below("example.go.id"));
        Assert.Equal("kim-contoh", names.Below("KIM-contoh.example.go.id"));
    }

    private static IConfiguration With(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    private async Task<(HttpStatusCode Status, string Text, System.Net.Http.Headers.HttpResponseHeaders Headers)> Get(string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"https://{host}{path}"));
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers);
    }
}
