using System.Net;
using Kim.Market.Web.Features.Promotion;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>What posters may cost everybody else.</summary>
public class BoundsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_has_too_many_drawn_waits_and_what_is_drawn_already_is_free()
    {
        await using var app = new MarketApp { Settings = new Dictionary<string, string> { ["Kim:DrawingsPerMinute"] = "1" } };
        await app.InitializeAsync();
        var bazaar = new Bazaar(app);
        var (_, slug) = await bazaar.Goods(await bazaar.Booth("64.02.09.2004"), "Amplang Batas");
        using var http = app.CreateDefaultClient();

        using var first = await http.GetAsync($"/promosi/barang/{slug}/sungai-poster.jpg", Stop);
        using var another = await http.GetAsync($"/promosi/barang/{slug}/kunyit-poster.jpg", Stop);
        using var again = await http.GetAsync($"/promosi/barang/{slug}/sungai-poster.jpg", Stop);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, another.StatusCode);
        Assert.NotNull(another.Headers.RetryAfter);
        Assert.Equal("no-store", another.Headers.CacheControl?.ToString());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task The_shelf_never_grows_beyond_its_limit_and_the_longest_unused_goes_first()
    {
        var folder = Directory.CreateTempSubdirectory("kim-shelf-").FullName;
        try
        {
            var shelf = new PosterShelf(folder, most: 1_000, TimeProvider.System);
            for (var i = 0; i < 9; i++)
            {
                await shelf.KeepAsync($"{i}", new byte[120], Stop);
                File.SetLastWriteTimeUtc(Path.Combine(folder, $"{i}"), DateTime.UtcNow.AddMinutes(i - 60));
                if (i == 7)
                {
                    Assert.NotNull(await shelf.FindAsync("0", Stop)); // used just now
                }
            }

            Assert.True(new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) <= 1_000);
            Assert.NotNull(await shelf.FindAsync("0", Stop));
            Assert.NotNull(await shelf.FindAsync("8", Stop));
            Assert.Null(await shelf.FindAsync("1", Stop));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
