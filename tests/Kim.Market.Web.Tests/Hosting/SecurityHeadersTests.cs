using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Hosting;

public class SecurityHeadersTests
{
    [Fact]
    public async Task Every_answer_says_what_a_page_may_do()
    {
        await using var bench = await Open();

        var headers = (await bench.Get("/")).Response.Headers;

        Assert.StartsWith("default-src 'none'; script-src 'self';", headers.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("same-origin", headers["Cross-Origin-Opener-Policy"]);
        Assert.Equal("same-origin", headers["Cross-Origin-Resource-Policy"]);
    }

    [Fact]
    public async Task The_page_of_an_error_says_so_too()
    {
        await using var bench = await Open();

        var response = (await bench.Get("/fails")).Response;

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.XContentTypeOptions);
        Assert.NotEmpty(response.Headers.ContentSecurityPolicy.ToString());
    }

    [Theory]
    [InlineData("https", "pasar.example", true)]
    [InlineData("http", "pasar.example", false)]
    [InlineData("https", "localhost:5080", false)]
    [InlineData("https", "127.0.0.1:5080", false)]
    [InlineData("https", "[::1]:5080", false)]
    public async Task Only_a_public_site_binds_its_visitors_to_https(string scheme, string host, bool binds)
    {
        await using var bench = await Open();

        var headers = (await bench.Get("/", scheme, host)).Response.Headers;

        Assert.Equal(binds, headers.StrictTransportSecurity.Count > 0);
    }

    private static Task<Bench> Open() => Bench.Start(
        (_, _) => { },
        app =>
        {
            app.UseSecurityHeaders();
            app.UseExceptionHandler(error => error.Run(context => context.Response.WriteAsync("sorry")));
            app.MapGet("/", () => "here");
            app.MapGet("/fails", string () => throw new InvalidOperationException());
        });
}
