using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Kim.Market.Web.Tests.Caching;

/// <summary>What belongs to one visitor must never be kept for another.</summary>
public class PrivacyTests
{
    private int _rendered;

    [Fact]
    public Task An_answer_with_a_cookie() => NeverKept(context => context.Response.Cookies.Append("siapa", "Siti"));

    [Fact]
    public Task An_answer_that_gets_its_cookie_at_the_last_moment() => NeverKept(context => context.Response.OnStarting(() =>
    {
        context.Response.Cookies.Append("siapa", "Siti");
        return Task.CompletedTask;
    }));

    [Fact]
    public Task An_answer_marked_as_private() => NeverKept(context => context.Response.Headers.CacheControl = "private");

    [Fact]
    public Task An_answer_not_to_be_stored() => NeverKept(context => context.Response.Headers.CacheControl = "no-cache, no-store");

    [Fact]
    public Task An_answer_the_page_itself_keeps_back() => NeverKept(context => PageTags.Of(context).DoNotKeep());

    [Fact]
    public Task An_answer_that_is_not_a_success() => NeverKept(context => context.Response.StatusCode = 206);

    [Fact]
    public Task A_form_with_the_token_of_one_browser() =>
        NeverKept(_ => { }, html: "<input name=\"__RequestVerificationToken\" value=\"x\">");

    [Fact]
    public Task An_answer_that_is_not_a_page() => NeverKept(_ => { }, type: "application/json");

    [Fact]
    public async Task A_last_minute_cookie_reaches_its_owner_and_no_shared_cache()
    {
        await using var app = await Start(context => context.Response.OnStarting(() =>
        {
            context.Response.Cookies.Append("siapa", "Siti");
            return Task.CompletedTask;
        }));

        using var answer = await app.Get("/");

        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.StartsWith("siapa=Siti", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_with_cookies_get_the_same_page_as_everyone()
    {
        await using var app = await Start(_ => { });

        using var first = await app.Get("/", ("Cookie", "kim_cart_n=3"));
        using var second = await app.Get("/");

        Assert.Equal(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_is_to_be_told_what_was_just_done_gets_a_page_of_their_own_and_leaves_the_kept_one()
    {
        await using var app = await Start(_ => { });

        var answers = new List<string>();
        foreach (var cookie in new[] { "kim_cart_n=3", $"{CookieTempDataProvider.CookieName}=x", "kim_cart_n=3" })
        {
            using var answer = await app.Get("/", ("Cookie", cookie));
            answers.Add(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.NotEqual(answers[0], answers[1]);
        Assert.Contains(answers[2], answers[..2]);
    }

    private async Task NeverKept(Action<HttpContext> render, string html = "", string type = "text/html")
    {
        await using var app = await Start(render, html, type);

        using var first = await app.Get("/");
        using var second = await app.Get("/");

        Assert.NotEqual(
            await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, app.The<PageCache>().Count);
    }

    private Task<ShellApp> Start(Action<HttpContext> render, string html = "", string type = "text/html") => ShellApp.Start(web =>
        web.MapGet("/", (HttpContext context) =>
        {
            render(context);
            return Results.Content($"{++_rendered}{html}", type, statusCode: context.Response.StatusCode);
        }).WithMetadata(new CachedPageAttribute()));
}
