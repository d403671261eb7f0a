using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Kim.Market.Web.Tests.Hosting;

public class RateLimitsTests
{
    [Fact]
    public async Task Who_tries_too_often_is_told_when_to_come_back()
    {
        await using var bench = await Open();

        Assert.Equal(200, (await bench.Get("/sign-in")).Response.StatusCode);
        Assert.Equal(200, (await bench.Get("/sign-in")).Response.StatusCode);
        var refused = (await bench.Get("/sign-in")).Response;

        Assert.Equal(429, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.RetryAfter.ToString(), CultureInfo.InvariantCulture), 1, 60);
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.2", 200)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:2::1", 200)]
    [InlineData("2001:db8:1:1::1", "2001:db8:1:1:ffff::9", 429)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", 429)]
    public async Task One_party_does_not_use_up_what_another_may(string one, string other, int answer)
    {
        await using var bench = await Open();
        await bench.Get("/sign-in", from: one);
        await bench.Get("/sign-in", from: one);

        Assert.Equal(answer, (await bench.Get("/sign-in", from: other)).Response.StatusCode);
    }

    [Fact]
    public async Task Writing_is_counted_apart_from_signing_in()
    {
        await using var bench = await Open();
        await bench.Get("/sign-in");
        await bench.Get("/sign-in");

        Assert.Equal(200, (await bench.Post("/write")).Response.StatusCode);
    }

    [Fact]
    public async Task Looking_at_a_form_uses_up_nothing_of_what_may_be_sent_and_is_counted_by_itself()
    {
        await using var bench = await Open();
        for (var look = 0; look < 10; look++)
        {
            Assert.Equal(200, (await bench.Get("/write")).Response.StatusCode);
        }

        Assert.Equal(429, (await bench.Get("/write")).Response.StatusCode);
        Assert.Equal(200, (await bench.Post("/write")).Response.StatusCode);
        Assert.Equal(200, (await bench.Post("/write")).Response.StatusCode);
        Assert.Equal(429, (await bench.Post("/write")).Response.StatusCode);
    }

    private static Task<Bench> Open() => Bench.Start(
        (services, _) => services.AddRateLimits(),
        app =>
        {
            app.UseRateLimiter();
            app.MapGet("/sign-in", () => "in").RequireRateLimiting(RateLimits.SignIn);
            app.Map("/write", () => "written").RequireRateLimiting(RateLimits.Write);
        },
        ("Kim:SignInsPerMinute", "2"), ("Kim:WritesPerMinute", "2"));
}
