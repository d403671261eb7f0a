using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Listings;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kim.Market.Web.Tests.Listings;

public sealed class PhotoWatchTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_photo_on_the_market_that_is_gone_from_the_store_is_noticed_at_night()
    {
        var pictures = app.Services.GetRequiredService<Web.Pictures.Pictures>();
        using var upload = new MemoryStream(await Sample.OfAsync("jpg", 222, 111));
        var picture = await pictures.KeepAsync(upload, TestContext.Current.CancellationToken);
        var goods = await _cast.Goods(await _cast.Stall());
        var lost = new string('c', 64);
        await app.Marketplace.TellAsync(
            goods.Id, (Product _) => Product.SetPhotos([new(picture.Hash, "ada"), new(lost, "hilang")], DateTimeOffset.UnixEpoch),
            new Metadata(), TestContext.Current.CancellationToken);
        using var watch = new PhotoWatch(app.Db, pictures, app.Clock, NullLogger<PhotoWatch>.Instance);

        var missing = await watch.LookAsync(TestContext.Current.CancellationToken);

        Assert.Contains(lost, missing);
        Assert.DoesNotContain(picture.Hash, missing);
        Assert.Equal(missing.Count, watch.Missing);
    }

    [Fact]
    public async Task What_was_sent_is_made_anew_when_its_renditions_are_gone()
    {
        using var album = new Album();
        using var upload = new MemoryStream(await Sample.OfAsync("jpg", 223, 111));
        var hash = await album.Pictures.ReceiveAsync(upload, TestContext.Current.CancellationToken);
        await album.Pictures.PrepareAsync(hash, TestContext.Current.CancellationToken);
        var goods = await _cast.Goods(await _cast.Stall());
        await app.Marketplace.TellAsync(
            goods.Id, (Product _) => Product.SetPhotos([new(hash, "ada")], DateTimeOffset.UnixEpoch), new Metadata(), TestContext.Current.CancellationToken);
        album.Files.Single(file => file.Name == hash + "-320.jpg").Delete();
        Assert.False(await album.Pictures.IsWholeAsync(hash, TestContext.Current.CancellationToken));
        using var watch = new PhotoWatch(app.Db, album.Pictures, app.Clock, NullLogger<PhotoWatch>.Instance);

        Assert.DoesNotContain(hash, await watch.LookAsync(TestContext.Current.CancellationToken));

        Assert.True(await album.Pictures.IsWholeAsync(hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_was_sent_and_no_product_has_is_thrown_away_after_a_week_and_its_renditions_stay()
    {
        using var album = new Album();
        var hashes = new List<string>();
        foreach (var width in new[] { 224, 225, 226 })
        {
            using var upload = new MemoryStream(await Sample.OfAsync("jpg", width, 40));
            hashes.Add(await album.Pictures.ReceiveAsync(upload, TestContext.Current.CancellationToken));
            await album.Pictures.PrepareAsync(hashes[^1], TestContext.Current.CancellationToken);
        }

        var goods = await _cast.Goods(await _cast.Stall());
        await app.Marketplace.TellAsync(
            goods.Id, (Product _) => Product.SetPhotos([new(hashes[0], "ada")], DateTimeOffset.UnixEpoch), new Metadata(), TestContext.Current.CancellationToken);
        foreach (var file in album.Files.Where(file => hashes.Take(2).Contains(file.Name)))
        {
            file.LastWriteTimeUtc = app.Clock.GetUtcNow().UtcDateTime.AddDays(-8);
        }

        using var sweep = new PhotoSweep(app.Db, album.Media, app.Clock, NullLogger<PhotoSweep>.Instance);
        Assert.Equal(1, await sweep.SweepAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await sweep.SweepAsync(TestContext.Current.CancellationToken));

        Assert.True(await album.Media.HasOriginalAsync(hashes[0], TestContext.Current.CancellationToken));
        Assert.False(await album.Media.HasOriginalAsync(hashes[1], TestContext.Current.CancellationToken));
        Assert.True(await album.Media.HasOriginalAsync(hashes[2], TestContext.Current.CancellationToken));
        Assert.True(await album.Pictures.IsWholeAsync(hashes[1], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("2026-03-01T17:59:00Z", 1)]
    [InlineData("2026-03-01T18:00:00Z", 1440)]
    [InlineData("2026-03-01T20:00:00+08:00", 360)]
    public void Night_is_two_in_the_morning_in_central_Indonesia(string now, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), PhotoWatch.UntilNight(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
}
