using System.Net;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Pictures;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Promotion;

/// <summary>The promotion kit as somebody fetches it.</summary>
public class KitTests(MarketApp app)
{
    private const string Kahala = "64.02.09.2004";

    private readonly Bazaar _bazaar = new(app);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. PosterFile.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_piece_is_drawn_once_in_its_size_and_its_code_leads_to_the_page(string file)
    {
        var slug = await PhotographedAsync();
        using var http = app.CreateDefaultClient();
        using var first = await http.GetAsync($"/promosi/barang/{slug}/{file}", Stop);
        var drawn = await first.Content.ReadAsByteArrayAsync(Stop);
        using var second = await http.GetAsync($"/promosi/barang/{slug}/{file}", Stop);
        using var known = new HttpRequestMessage(HttpMethod.Get, $"/promosi/barang/{slug}/{file}");
        known.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await http.SendAsync(known, Stop);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(drawn, await second.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(HttpStatusCode.NotModified, third.StatusCode);
        Assert.Equal("public, max-age=300", first.Headers.CacheControl?.ToString());
        Assert.False(first.Headers.Contains("Set-Cookie"));
        var asked = PosterFile.Find(file)!;
        Assert.Equal(asked.MediaType, first.Content.Headers.ContentType?.ToString());
        if (!asked.Format.IsPaper)
        {
            Assert.Equal(new PictureHeader((int)asked.Format.Width, (int)asked.Format.Height), PictureHeader.Read(new MemoryStream(drawn)));
            Assert.InRange(drawn.Length, 20_000, 1_200_000 /* of noise; a photo weighs a fifth */);
        }

        if (!asked.IsCard)
        {
            var end = asked.Format.IsPaper ? "pdf" : "jpg";
            Assert.Equal([$"http://localhost/p/{slug}"], await Codes.ByZbarAsync(drawn, end));
            Assert.Equal($"http://localhost/p/{slug}", await Codes.ByJsQrAsync(drawn, end));
        }
    }

    [Fact]
    public async Task Names_that_nobody_should_type_are_drawn_all_the_same()
    {
        var booth = await _bazaar.Booth(Kahala, business: "Dapur </svg><image href='/'> \u202e & Contoh");
        foreach (var name in new[] { "<b>&\"'</b> Teh", "😀 Kopi 🔥", "\u202eقهوة", new string('W', 70) })
        {
            var (_, slug) = await _bazaar.Goods(booth, name);
            foreach (var file in new[] { "sungai-poster.jpg", "kartu.jpg", "etalase-a4.pdf", "label.pdf" })
            {
                Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/barang/{slug}/{file}"));
            }

            var page = await app.Visitor().Visit($"/promosi/barang/{slug}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(name.Split(' ')[0], page.Text("h1"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Everything_with_a_page_has_a_kit_and_a_card()
    {
        var booth = await _bazaar.Booth(Kahala);
        await _bazaar.Goods(booth, "Amplang Kit");
        foreach (var thing in new[] { $"toko/{booth.BusinessSlug}", $"kim/{booth.KimSlug}", $"desa/{Kahala}" })
        {
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/{thing}"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/{thing}/kunyit-persegi.jpg"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/{thing}/kartu.jpg"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/en/promosi/{thing}/kartu.jpg"));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/toko/{booth.BusinessSlug}/label.pdf"));
        var (page, stall) = (await app.Visitor().Visit($"/kim/{booth.KimSlug}"), await app.Visitor().Visit($"/toko/{booth.BusinessSlug}"));
        Assert.Equal($"/promosi/kim/{booth.KimSlug}", page.Find("promote")!.GetAttribute("href"));
        Assert.EndsWith($"/promosi/toko/{booth.BusinessSlug}/kartu.jpg", stall.Find("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("summary_large_image", stall.Find("meta[name='twitter:card']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task What_cannot_be_had_gets_an_honest_page_and_no_poster_but_its_card()
    {
        var (_, slug) = await _bazaar.Goods(await _bazaar.Booth(Kahala), "Amplang Habis", stock: 0);

        var page = await app.Visitor().Visit($"/promosi/barang/{slug}");

        Assert.Contains("sedang habis", page.Text("notice"), StringComparison.Ordinal);
        Assert.Null(page.Find("posters"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/promosi/barang/{slug}/sungai-poster.jpg"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/promosi/barang/{slug}/label.pdf"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/promosi/barang/{slug}/kartu.jpg"));
    }

    [Theory]
    [InlineData("/promosi/barang/tidak-ada")]
    [InlineData("/promosi/barang/tidak-ada/kartu.jpg")]
    [InlineData("/promosi/apa/saja")]
    [InlineData("/promosi/desa/99.99.99.9999/kartu.jpg")]
    [InlineData("/promosi/desa/64/sungai-poster.png")]
    [InlineData("/promosi/desa/64/..%2F..%2Fkunci")]
    [InlineData("/promosi/toko/-/label.pdf")]
    [InlineData("/bagikan/barang/tidak-ada/whatsapp")]
    public async Task What_is_not_there_is_not_found(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    [Fact]
    public async Task A_new_price_is_another_poster()
    {
        var (id, slug) = await _bazaar.Goods(await _bazaar.Booth(Kahala), "Amplang Naik");
        using var http = app.CreateDefaultClient();
        var before = await http.GetByteArrayAsync($"/promosi/barang/{slug}/etalase-poster.jpg", Stop);
        await app.Marketplace.TellAsync(id, (Product known) => known.SetPrice(new(31_000), app.Clock.GetUtcNow()), new Metadata(), Stop);

        var page = await app.Visitor().Visit($"/promosi/barang/{slug}");

        Assert.NotEqual(before, await http.GetByteArrayAsync($"/promosi/barang/{slug}/etalase-poster.jpg", Stop));
        Assert.Contains("Rp31.000", page.Text("teks-whatsapp"), StringComparison.Ordinal);
    }

    private async Task<string> PhotographedAsync()
    {
        var (id, slug) = await _bazaar.Goods(await _bazaar.Booth(Kahala), "Amplang Ikan Nila");
        using var file = new MemoryStream(await Sample.OfAsync("jpg", 800, 1000));
        var picture = await app.Services.GetRequiredService<Web.Pictures.Pictures>().KeepAsync(file, Stop);
        await app.Marketplace.TellAsync(id, (Product _) => Product.SetPhotos([new Photo(picture.Hash, "amplang")], app.Clock.GetUtcNow()), new Metadata(), Stop);
        return slug;
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var http = app.CreateDefaultClient();
        using var answer = await http.GetAsync(address, Stop);
        return answer.StatusCode;
    }
}
