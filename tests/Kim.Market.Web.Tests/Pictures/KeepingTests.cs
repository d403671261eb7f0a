using System.Text;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>What becomes of a picture that is kept.</summary>
public sealed class KeepingTests : IDisposable
{
    private readonly Album _album = new();

    public void Dispose() => _album.Dispose();

    [Fact]
    public async Task A_phones_photo_stands_upright_and_no_longer_says_who_took_it_where()
    {
        var photo = Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 400, 300));
        Assert.Contains("Bu Contoh", Encoding.Latin1.GetString(photo), StringComparison.Ordinal);

        var kept = await _album.Keep(photo);

        Assert.Equal((300, 400), (kept.Width, kept.Height));
        foreach (var width in new[] { 240, 480, 960 })
        {
            var bytes = _album.Bytes(kept, width);
            Assert.DoesNotContain("Contoh", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.All(Album.PartsOf(bytes), part => Assert.Contains(part, new[] { "VP8 ", "VP8L", "VP8X", "ALPH" }));
        }
    }

    [Fact]
    public async Task It_comes_in_three_widths()
    {
        var kept = await _album.Keep(await Sample.OfAsync("jpg", 1600, 1200));

        Assert.Equal((240, 180), await _album.SizeOf(kept, 240));
        Assert.Equal((480, 360), await _album.SizeOf(kept, 480));
        Assert.Equal((960, 720), await _album.SizeOf(kept, 960));
        Assert.Equal((960, 720), (kept.Width, kept.Height));
    }

    [Fact]
    public async Task A_small_picture_is_never_blown_up()
    {
        var kept = await _album.Keep(await Sample.OfAsync("png", 300, 200));

        Assert.Equal((240, 160), await _album.SizeOf(kept, 240));
        Assert.Equal((300, 200), await _album.SizeOf(kept, 480));
        Assert.Equal((300, 200), await _album.SizeOf(kept, 960));
    }

    [Fact]
    public async Task The_same_file_is_the_same_picture_and_is_worked_on_once()
    {
        var photo = await Sample.OfAsync("jpg", 320, 240);
        var first = await _album.Keep(photo);
        var written = _album.Files.ToDictionary(file => file.FullName, file => file.LastWriteTimeUtc);

        var second = await _album.Keep(photo);

        Assert.Equal(first, second);
        Assert.Equal(3, written.Count);
        Assert.Equal(written, _album.Files.ToDictionary(file => file.FullName, file => file.LastWriteTimeUtc));
    }

    [Theory]
    [InlineData("jpg"), InlineData("png"), InlineData("webp"), InlineData("gif"), InlineData("heic"), InlineData("avif")]
    public async Task Whatever_a_phone_or_a_browser_makes_is_taken(string format)
    {
        var kept = await _album.Keep(await Sample.OfAsync(format, 320, 240));

        Assert.Equal((320, 240), (kept.Width, kept.Height));
    }

    [Fact]
    public async Task Even_the_noisiest_picture_is_light_on_a_slow_line()
    {
        var kept = await _album.Keep(await Sample.OfAsync("jpg", 960, 1280));

        Assert.InRange(_album.Bytes(kept, 480).Length, 1, 120 * 1024);
    }

    [Fact]
    public async Task What_hides_behind_the_picture_does_not_come_with_it()
    {
        byte[] photo = [.. await Sample.OfAsync("jpg", 320, 240), .. "<?php system('id'); <script>alert(1)</script>"u8];

        var kept = await _album.Keep(photo);

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(_album.Bytes(kept, 960)), StringComparison.Ordinal);
    }
}
