using System.Text;
using Kim.Market.Web.Pictures;

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
        foreach (var width in PictureLimits.Widths)
        {
            var bytes = _album.Bytes(kept, width);
            Assert.DoesNotContain("Contoh", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
            Assert.All(Album.PartsOf(bytes), part => Assert.Contains(part, new[] { "VP8 ", "VP8L", "VP8X", "ALPH" }));

            var jpeg = _album.Bytes(kept, width, PictureFormat.Jpeg);
            Assert.DoesNotContain("Contoh", Encoding.Latin1.GetString(jpeg), StringComparison.Ordinal);
            Assert.All(Album.SegmentsOf(jpeg), segment => Assert.True(IsPicture(segment.Marker, segment.Content), $"{segment.Marker:X2}"));
            Assert.Equal((300, 400), await _album.SizeOf(kept, Math.Max(width, 640), PictureFormat.Jpeg));
        }
    }

    [Fact]
    public async Task It_comes_in_three_widths_and_two_formats()
    {
        var kept = await _album.Keep(await Sample.OfAsync("jpg", 1600, 1200));

        foreach (var format in Enum.GetValues<PictureFormat>())
        {
            Assert.Equal((320, 240), await _album.SizeOf(kept, 320, format));
            Assert.Equal((640, 480), await _album.SizeOf(kept, 640, format));
            Assert.Equal((1280, 960), await _album.SizeOf(kept, 1280, format));
        }

        Assert.Equal((1280, 960), (kept.Width, kept.Height));
        Assert.True(await _album.Pictures.IsWholeAsync(kept.Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_small_picture_is_never_blown_up()
    {
        var kept = await _album.Keep(await Sample.OfAsync("png", 500, 250));

        foreach (var format in Enum.GetValues<PictureFormat>())
        {
            Assert.Equal((320, 160), await _album.SizeOf(kept, 320, format));
            Assert.Equal((500, 250), await _album.SizeOf(kept, 640, format));
            Assert.Equal((500, 250), await _album.SizeOf(kept, 1280, format));
        }
    }

    [Fact]
    public async Task The_same_file_is_the_same_picture_and_is_worked_on_once()
    {
        var photo = await Sample.OfAsync("jpg", 320, 240);
        var first = await _album.Keep(photo);
        var written = _album.Files.ToDictionary(file => file.FullName, file => file.LastWriteTimeUtc);

        var second = await _album.Keep(photo);

        Assert.Equal(first, second);
        Assert.Equal(6, written.Count);
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
        var kept = await _album.Keep(await Sample.OfAsync("jpg", 650, 1300));

        Assert.Equal((320, 640), await _album.SizeOf(kept, 320));
        foreach (var format in Enum.GetValues<PictureFormat>())
        {
            Assert.InRange(_album.Bytes(kept, 320, format).Length, 1, 30 * 1024);
            Assert.InRange(_album.Bytes(kept, 640, format).Length, 1, 120 * 1024);
            Assert.InRange(_album.Bytes(kept, 1280, format).Length, 1, 400 * 1024);
        }
    }

    [Fact]
    public async Task What_hides_behind_the_picture_does_not_come_with_it()
    {
        byte[] photo = [.. await Sample.OfAsync("jpg", 320, 240), .. "<?php system('id'); <script>alert(1)</script>"u8];

        var kept = await _album.Keep(photo);

        Assert.DoesNotContain("script", Encoding.Latin1.GetString(_album.Bytes(kept, 1280)), StringComparison.Ordinal);
    }

    // tables, frame and scan, and the six words that every JPEG begins with; whatever else there is tells a story
    private static bool IsPicture(byte marker, byte[] content) => marker switch
    {
        0xE0 => content.AsSpan().StartsWith("JFIF\0"u8) && content.Length == 14,
        0xDB or 0xC0 or 0xC2 or 0xC4 or 0xDA or 0xDD => true,
        _ => false,
    };
}
