using System.Net;
using System.Text;
using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Caching;

public class PageCacheTests
{
    private int _rendered;

    [Fact]
    public async Task A_page_is_rendered_once_and_then_sent_as_it_was_kept()
    {
        await using var app = await Start();

        var first = await app.Text("/cari");
        var second = await app.Text("/cari");

        Assert.Equal("<p>1</p>", first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task A_kept_page_has_the_headers_of_every_other_page()
    {
        await using var app = await Start();
        await app.Text("/cari");

        using var hit = await app.Get("/cari");

        Assert.True(hit.Headers.CacheControl is { Public: true, NoCache: true });
        Assert.Equal("Accept-Encoding", hit.Headers.Vary.Single());
        Assert.Equal("default-src 'none'", hit.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("text/html; charset=utf-8", hit.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_browser_that_has_the_page_is_told_so()
    {
        await using var app = await Start();
        using var first = await app.Get("/cari", ("Accept-Encoding", "br"));

        using var same = await app.Get("/cari", ("If-None-Match", $"\"other\", {first.Headers.ETag}"));
        using var other = await app.Get("/cari", ("If-None-Match", "W/\"other\""));

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(0, same.Content.Headers.ContentLength ?? 0);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Every_encoding_carries_the_same_page()
    {
        await using var app = await Start();

        var plain = await Bytes(app, "identity");

        Assert.Equal("<p>1</p>", Encoding.UTF8.GetString(plain));
        Assert.Equal(plain, Unpacked.Brotli(await Bytes(app, "gzip, br")));
        Assert.Equal(plain, Unpacked.Gzip(await Bytes(app, "gzip, br;q=0")));
    }

    [Fact]
    public async Task Head_tells_the_length_and_sends_nothing()
    {
        await using var app = await Start();

        using var miss = await app.Send(HttpMethod.Head, "/cari");
        using var hit = await app.Send(HttpMethod.Head, "/cari");

        Assert.Equal("<p>1</p>".Length, miss.Content.Headers.ContentLength);
        Assert.Equal("<p>1</p>".Length, hit.Content.Headers.ContentLength);
        Assert.Empty(await hit.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("<p>1</p>", await app.Text("/cari"));
    }

    [Fact]
    public async Task Each_language_is_a_page_of_its_own()
    {
        await using var app = await Start();

        Assert.Equal("<p>1</p>", await app.Text("/cari"));
        Assert.Equal("<p>2</p>", await app.Text("/en/cari"));
    }

    [Fact]
    public async Task The_order_of_parameters_and_empty_ones_do_not_matter()
    {
        await using var app = await Start();

        var first = await app.Text("/cari?q=ikan+asin&hal=2");

        Assert.Equal(first, await app.Text("/cari?hal=2&q=ikan%20asin"));
        Assert.Equal(first, await app.Text("/cari?hal=2&q=ikan%20asin&urut="));
        Assert.NotEqual(first, await app.Text("/cari?hal=3&q=ikan%20asin"));
        Assert.NotEqual(first, await app.Text("/cari"));
    }

    [Fact]
    public async Task What_others_hang_onto_a_shared_link_makes_no_other_page()
    {
        await using var app = await Start();

        Assert.Equal("<p>1</p>", await app.Text("/cari?q=ikan"));
        Assert.Equal("<p>1</p>", await app.Text("/cari?q=ikan&fbclid=x&utm_source=wa"));
        Assert.Equal("<p>2</p>", await app.Text("/cari?fbclid=x"));
        Assert.Equal("<p>2</p>", await app.Text("/cari"));
    }

    [Fact]
    public async Task Time_is_the_safety_net()
    {
        var clock = new Clock();
        await using var app = await Start(clock);
        await app.Text("/cari");

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal("<p>1</p>", await app.Text("/cari"));

        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("<p>2</p>", await app.Text("/cari"));
    }

    private Task<ShellApp> Start(TimeProvider? clock = null) => ShellApp.Start(
        web => web.MapMethods("/cari", ["GET", "HEAD"], () => Results.Content($"<p>{++_rendered}</p>", "text/html", Encoding.UTF8))
            .WithMetadata(new CachedPageAttribute { VaryBy = ["q", "hal"], Seconds = 60 }),
        clock);

    private static async Task<byte[]> Bytes(ShellApp app, string accepted)
    {
        using var answer = await app.Get("/cari", ("Accept-Encoding", accepted));
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
