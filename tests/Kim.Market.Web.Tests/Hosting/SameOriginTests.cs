using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Kim.Market.Web.Tests.Hosting;

public class SameOriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Nothing", "at all")]
    public async Task Our_own_forms_arrive(string header, string value) => Assert.Equal(HttpStatusCode.OK, await Post((header, value)));

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "")]
    [InlineData("Origin", "https://lain.example")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "null")]
    public async Task Forms_of_other_sites_do_not(string header, string value) =>
        Assert.Equal(HttpStatusCode.BadRequest, await Post((header, value)));

    [Fact]
    public async Task The_browsers_word_on_the_site_outweighs_the_origin() =>
        Assert.Equal(
            HttpStatusCode.BadRequest,
            await Post(("Sec-Fetch-Site", "cross-site"), ("Host", "pasar.example"), ("Origin", "https://pasar.example")));

    [Theory]
    [InlineData("pasar.example", "https://pasar.example", HttpStatusCode.OK)]
    [InlineData("pasar.example:8443", "https://pasar.example:8443", HttpStatusCode.OK)]
    [InlineData("pasar.example", "https://pasar.example:8443", HttpStatusCode.BadRequest)]
    [InlineData("pasar.example", "https://jahat.pasar.example", HttpStatusCode.BadRequest)]
    public async Task An_older_browser_is_known_by_its_origin(string host, string origin, HttpStatusCode status) =>
        Assert.Equal(status, await Post(("Host", host), ("Origin", origin)));

    [Fact]
    public async Task Reading_is_open_to_links_from_everywhere()
    {
        await using var app = await ShellApp.Start(web => web.MapGet("/", () => "baca"));

        using var answer = await app.Get("/", ("Sec-Fetch-Site", "cross-site"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpStatusCode> Post(params (string Name, string Value)[] headers)
    {
        await using var app = await ShellApp.Start(web => web.MapPost("/", () => "terima"));
        using var answer = await app.Send(HttpMethod.Post, "/", headers);
        return answer.StatusCode;
    }
}
