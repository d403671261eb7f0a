using System.Diagnostics;
using System.Text;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>What is not kept, and why it is said to be so.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Album _album = new();

    public void Dispose()
    {
        Assert.Empty(_album.Files);
        _album.Dispose();
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj")]
    [InlineData("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://example.org/x.png)'\npop graphic-context")]
    [InlineData("GIF, one might think")]
    [InlineData("RIFF\0\0\0\0WAVEfmt and so on, some sound")]
    [InlineData("\0\0\0\u0020ftypmp42 and so on, some film, with enough bytes behind it")]
    [InlineData("Ini bukan foto.")]
    [InlineData("")]
    public async Task What_is_no_picture_is_called_so(string content) =>
        Assert.Equal("picture.not_a_picture", await _album.RefusalOf(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public async Task A_bomb_is_refused_for_what_its_header_says_before_anything_is_unpacked()
    {
        byte[][] bombs =
        [
            Sample.EmptyPng(30_000, 30_000),
            Sample.EmptyPng(int.MaxValue, 1),
            [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, .. new byte[20]],
            [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x3F, 0, 0, 0],
            [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0],
        ];
        var watch = Stopwatch.StartNew();

        foreach (var bomb in bombs)
        {
            Assert.Equal("picture.too_many_pixels", await _album.RefusalOf(bomb));
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_picture_that_lies_about_its_content_is_unreadable() =>
        Assert.Equal("picture.unreadable", await _album.RefusalOf(Sample.EmptyPng(4000, 3000)));

    [Fact]
    public async Task A_photo_cut_off_on_its_way_is_unreadable()
    {
        var photo = await Sample.OfAsync("jpg", 800, 600);

        Assert.Equal("picture.unreadable", await _album.RefusalOf(photo[..(photo.Length / 3)]));
    }

    [Fact]
    public async Task Fifteen_megabytes_are_taken_and_not_one_byte_more()
    {
        var photo = await Sample.OfAsync("jpg", 320, 240);
        byte[] tooHeavy = [.. photo, .. new byte[PictureLimits.Bytes - photo.Length + 1]];

        Assert.Equal("picture.too_heavy", await _album.RefusalOf(tooHeavy));

        using var other = new Album();
        Assert.Equal(320, (await other.Keep(tooHeavy[..^1])).Width);
    }

    [Fact]
    public async Task A_camera_of_48_megapixels_is_taken_at_its_word() =>
        Assert.Equal("picture.unreadable", await _album.RefusalOf(Sample.EmptyPng(8064, 6048)));
}
