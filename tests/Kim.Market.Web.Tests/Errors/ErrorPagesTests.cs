using System.Net;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Errors;

public class ErrorPagesTests
{
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    [Fact]
    public async Task A_page_that_is_not_there_offers_the_search_box_and_three_ways_out()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get("/tidak/ada", Browser);
        var page = await Read(answer);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.NotNull(page.QuerySelector("main [data-test=search-box]"));
        Assert.Equal(3, page.QuerySelectorAll("main .chip").Length);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Fact]
    public async Task A_form_sent_to_a_page_that_is_not_there_ends_the_same_way()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Send(HttpMethod.Post, "/tidak/ada", Browser);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.NotNull((await Read(answer)).QuerySelector("[data-test=error-page]"));
    }

    [Theory]
    [InlineData(400, "Kiriman ini tidak bisa kami baca.")]
    [InlineData(403, "Bagian ini bukan untuk akun Anda.")]
    [InlineData(413, "Kirimannya terlalu besar.")]
    [InlineData(429, "Terlalu cepat, tunggu sebentar.")]
    [InlineData(418, "Permintaan ini tidak bisa dipenuhi.")]
    public async Task A_bare_refusal_becomes_a_page(int status, string said)
    {
        await using var app = await ShellApp.Start(web => web.MapGet("/", () => Results.StatusCode(status)));

        using var answer = await app.Get("/", Browser);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(said, (await Read(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_answer_that_speaks_for_itself_is_left_alone()
    {
        await using var app = await ShellApp.Start(web => web.MapGet("/", () => Results.Text("stok habis", statusCode: 409)));

        using var answer = await app.Get("/", Browser);

        Assert.Equal("stok habis", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_failure_keeps_its_reason_to_itself_and_gives_a_number()
    {
        await using var app = await ShellApp.Start(
            web => web.MapGet("/", string () => throw new InvalidOperationException("sandi=rahasia")));

        using var answer = await app.Get("/", Browser);
        var page = await Read(answer);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Matches("Nomor kejadian: [0-9A-F]{4}-[0-9A-F]{4}", page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("rahasia", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/tidak/ada", 404)]
    [InlineData("/rusak", 500)]
    public async Task A_program_gets_problem_json(string path, int status)
    {
        await using var app = await ShellApp.Start(web => web.MapGet("/rusak", string () => throw new InvalidOperationException()));

        using var answer = await app.Get(path, ("Accept", "application/json"));

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.RootElement.GetProperty("reference").GetString()!);
    }

    [Fact]
    public async Task A_missing_picture_costs_no_page()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get("/foto/tidak-ada.webp", ("Accept", "image/avif,image/webp,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(0, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_form_larger_than_allowed_ends_on_a_page_about_its_size()
    {
        await using var app = await ShellApp.Start(
            web => web.MapPost("/", async (HttpRequest request) => (await request.ReadFormAsync()).Count),
            maxBody: 1000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent([new("cerita", new string('x', 5000))]),
        };
        request.Headers.Add("Accept", "text/html");

        using var answer = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("Kirimannya terlalu besar.", (await Read(answer)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task The_error_page_itself_is_no_page_to_visit()
    {
        await using var app = await ShellApp.Start();

        using var answer = await app.Get("/galat", Browser);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<IDocument> Read(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return await BrowsingContext.New().OpenAsync(request => request.Content(html), TestContext.Current.CancellationToken);
    }
}
