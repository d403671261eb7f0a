using System.Net;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Tests.Pictures;

/// <summary>What browsers get under /foto.</summary>
public sealed class PictureRoutesTests(PictureHouse house) : IClassFixture<PictureHouse>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_is_sent_once_and_kept_for_ever()
    {
        using var http = house.Client();
        using var first = await http.GetAsync($"/foto/{house.Picture.Hash}-640.webp", Stop);

        Assert.Equal("image/webp", first.Content.Headers.ContentType?.ToString());
        Assert.Equal("public, max-age=31536000, immutable", first.Headers.CacheControl?.ToString());
        Assert.Equal(house.Album.Bytes(house.Picture, 640), await first.Content.ReadAsByteArrayAsync(Stop));

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/foto/{house.Picture.Hash}-640.webp");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await http.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Its_weight_can_be_asked_without_it()
    {
        using var http = house.Client();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"/foto/{house.Picture.Hash}-320.webp");
        using var answer = await http.SendAsync(request, Stop);

        Assert.Equal(house.Album.Bytes(house.Picture, 320).Length, answer.Content.Headers.ContentLength);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task An_old_telephone_gets_the_same_picture_as_a_JPEG()
    {
        using var http = house.Client();
        using var answer = await http.GetAsync($"/foto/{house.Picture.Hash}-320.jpg", Stop);

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(house.Album.Bytes(house.Picture, 320, PictureFormat.Jpeg), await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("{0}-500.webp")]
    [InlineData("{0}-480.webp")]
    [InlineData("{0}-640.jpeg")]
    [InlineData("{0}-1281.jpg")]
    [InlineData("{0}-0640.webp")]
    [InlineData("{0}-640.png")]
    [InlineData("{0}-640.webp.webp")]
    [InlineData("{0}")]
    [InlineData("ab-640.webp")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000-640.webp")]
    public async Task Anything_else_is_not_there(string form)
    {
        using var http = house.Client();
        using var answer = await http.GetAsync($"/foto/{form.Replace("{0}", house.Picture.Hash, StringComparison.Ordinal)}", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_hash_is_read_strictly()
    {
        using var http = house.Client();
        using var answer = await http.GetAsync($"/foto/{house.Picture.Hash.ToUpperInvariant()}-640.webp", Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
