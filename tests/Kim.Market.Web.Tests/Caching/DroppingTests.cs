using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kim.Market.Web.Tests.Caching;

public class DroppingTests
{
    private static readonly Guid Amplang = Guid.CreateVersion7();
    private static readonly Guid Madu = Guid.CreateVersion7();

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayFinish = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _rendered;

    [Fact]
    public async Task A_page_leaves_when_a_stream_it_shows_has_moved()
    {
        await using var app = await Start();
        await app.Text("/p/amplang");

        app.The<PageCache>().Drop([Madu], []);
        Assert.Equal("1", await app.Text("/p/amplang"));

        app.The<PageCache>().Drop([Amplang], []);
        Assert.Equal("2", await app.Text("/p/amplang"));
    }

    [Fact]
    public async Task A_page_leaves_when_a_named_thing_it_shows_has_moved()
    {
        await using var app = await Start();
        await app.Text("/p/amplang");

        app.The<PageCache>().Drop([], ["catalogue"]);

        Assert.Equal("2", await app.Text("/p/amplang"));
        Assert.Equal(1, app.The<PageCache>().Count);
    }

    [Fact]
    public async Task Everything_leaves_when_events_may_have_been_missed()
    {
        await using var app = await Start();
        await app.Text("/p/amplang");

        app.The<PageCache>().Clear();

        Assert.Equal(0, app.The<PageCache>().Count);
        Assert.Equal(0, app.The<PageCache>().Bytes);
        Assert.Equal("2", await app.Text("/p/amplang"));
    }

    [Fact]
    public async Task A_page_that_began_before_the_change_is_sent_but_not_kept()
    {
        await using var app = await Start();
        var old = app.Text("/lambat");
        await _started.Task;

        app.The<PageCache>().Drop([Amplang], []);
        _mayFinish.SetResult();

        Assert.Equal("1", await old);
        Assert.Equal("2", await app.Text("/lambat"));
        Assert.Equal("2", await app.Text("/lambat"));
    }

    [Fact]
    public async Task Who_asks_after_the_change_does_not_get_the_page_begun_before_it()
    {
        await using var app = await Start();
        var before = app.Text("/lambat");
        await _started.Task;

        app.The<PageCache>().Drop([Amplang], []);
        var after = app.Text("/lambat");
        _mayFinish.SetResult();

        Assert.Equal("1", await before);
        Assert.Equal("2", await after);
    }

    [Fact]
    public async Task A_change_long_forgotten_still_keeps_older_pages_out()
    {
        await using var app = await Start();
        var old = app.Text("/lambat");
        await _started.Task;

        app.The<PageCache>().Drop([Amplang], []);
        app.The<PageCache>().Drop(Enumerable.Range(0, 20_000).Select(_ => Guid.NewGuid()), []);
        _mayFinish.SetResult();
        await old;

        Assert.Equal("2", await app.Text("/lambat"));
    }

    private Task<ShellApp> Start() => ShellApp.Start(web =>
    {
        web.MapGet("/p/amplang", (HttpContext context) => Render(context)).WithMetadata(new CachedPageAttribute());
        web.MapGet("/lambat", async (HttpContext context) =>
        {
            var page = Render(context);
            _started.TrySetResult();
            await _mayFinish.Task;
            return page;
        }).WithMetadata(new CachedPageAttribute());
    });

    private IResult Render(HttpContext context)
    {
        PageTags.Of(context).Add(Amplang).Add("catalogue");
        return Results.Content($"{Interlocked.Increment(ref _rendered)}", "text/html");
    }
}
