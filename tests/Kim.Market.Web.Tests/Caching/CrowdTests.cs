using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Caching;

/// <summary>Many visitors at once, and more pages than fit.</summary>
public class CrowdTests
{
    private readonly TaskCompletionSource _mayFinish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _rendered;

    [Fact]
    public async Task Visitors_who_come_together_share_one_rendering()
    {
        await using var app = await Start(TimeProvider.System);

        var visits = Enumerable.Range(0, 8).Select(_ => app.Text("/")).ToList();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        _mayFinish.SetResult();

        Assert.All(await Task.WhenAll(visits), page => Assert.Equal("1", page));
        Assert.Equal(1, _rendered);
    }

    [Fact]
    public async Task Who_has_waited_long_enough_renders_alone()
    {
        await using var app = await Start(new ImpatientClock());
        var first = app.Text("/");

        var second = app.Text("/");
        await Until(() => Volatile.Read(ref _rendered) == 2);
        _mayFinish.SetResult();

        Assert.NotEqual(await first, await second);
    }

    [Fact]
    public async Task A_failed_rendering_does_not_fail_those_who_wait_for_it()
    {
        await using var app = await ShellApp.Start(web => web.MapGet("/", async () =>
        {
            var mine = Interlocked.Increment(ref _rendered);
            await _mayFinish.Task;
            return mine == 1 ? throw new InvalidOperationException("the first one stumbles") : Results.Content("baik", "text/html");
        }).WithMetadata(new CachedPageAttribute()));
        var first = app.Get("/");
        await Until(() => Volatile.Read(ref _rendered) == 1);

        var second = app.Text("/");
        _mayFinish.SetResult();

        using var failed = await first;
        Assert.Equal(500, (int)failed.StatusCode);
        Assert.Equal("baik", await second);
    }

    [Fact]
    public void The_least_recently_used_pages_make_room()
    {
        var clock = new Clock();
        var cache = new PageCache(clock, capacity: 100_000);
        var favourite = Keep(cache, 0);
        for (var i = 1; i < 50; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Keep(cache, i);
            Assert.True(cache.TryFind(favourite, out _), "What is asked for all the time stays.");
        }

        Assert.InRange(cache.Bytes, 1, 100_000);
        Assert.InRange(cache.Count, 2, 40);
        Assert.False(cache.TryFind(new(false, "/p/1", ""), out _));
    }

    [Fact]
    public void A_page_too_large_for_its_share_is_not_kept()
    {
        var cache = new PageCache(new Clock(), capacity: 1000);

        Keep(cache, 1);

        Assert.Equal(0, cache.Count);
    }

    private static PageKey Keep(PageCache cache, int number)
    {
        var key = new PageKey(IsEnglish: false, $"/p/{number}", "");
        cache.TryKeep(new CachedPage(key, new byte[4_000], "text/html", [], expires: long.MaxValue), cache.Drops);
        return key;
    }

    private Task<ShellApp> Start(TimeProvider clock) => ShellApp.Start(
        web => web.MapGet("/", async () =>
        {
            var mine = Interlocked.Increment(ref _rendered);
            await _mayFinish.Task;
            return Results.Content($"{mine}", "text/html");
        }).WithMetadata(new CachedPageAttribute()),
        clock);

    private static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 500, "It did not happen within five seconds.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
