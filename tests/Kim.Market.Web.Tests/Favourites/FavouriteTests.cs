using System.Net;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Favourites;

namespace Kim.Market.Web.Tests.Favourites;

/// <summary>What a browser remembers without an account (B16).</summary>
public sealed class FavouriteTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_heart_on_a_kept_page_keeps_the_product_and_the_list_tells_what_changed_since()
    {
        var goods = await _cast.Goods(await _cast.Stall(), "Amplang Favorit", price: 25_000, stock: 4);
        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}");
        await visitor.Submit("keep");
        Assert.Equal("/favorit", visitor.Path);
        Assert.Contains("Amplang Favorit", Assert.Single(visitor.All("favourite")).TextContent, StringComparison.Ordinal);
        Assert.Null(visitor.Find("moved"));
        Assert.Null(visitor.Find("missing"));

        Assert.Null(await app.Marketplace.TellAsync(goods.Id, (Product product) => product.SetPrice(new(22_000), app.Clock.GetUtcNow()), new Metadata(), default));
        await visitor.Visit("/favorit");
        Assert.Equal("turun Rp3.000 sejak disimpan", visitor.Text("moved"));
        await visitor.Submit("to-cart");
        Assert.Equal("/keranjang", visitor.Path);
        Assert.Single(visitor.All("cart-line"));

        // pressed again it keeps the price it had then
        await (await visitor.Visit($"/p/{goods.Slug}")).Submit("keep");
        Assert.Equal("Sudah ada di favorit Anda.", visitor.Text("flash"));
        Assert.Equal("turun Rp3.000 sejak disimpan", visitor.Text("moved"));

        Assert.Null(await app.Marketplace.TellAsync(Stock.Of(goods.Id), (Stock stock) => stock.Count(0, "", app.Clock.GetUtcNow()), new Metadata(), default));
        await visitor.Visit("/favorit");
        Assert.Equal("Habis", visitor.Text("missing"));
        Assert.Null(visitor.Find("to-cart"));
        await visitor.Submit("forget");
        Assert.Empty(visitor.All("favourite"));
        Assert.Null(visitor.Cookie("kim_favorit"));
    }

    [Fact]
    public async Task A_heart_on_a_card_does_the_same_and_no_kept_page_knows_who_likes_what()
    {
        var stall = await _cast.Stall();
        var goods = await _cast.Goods(stall, "Sambal Favorit");
        var visitor = await app.Visitor().Visit($"/toko/{stall.Slug}");
        await visitor.Submit($".heart[value={goods.Slug}]");
        Assert.Single(visitor.All("favourite"));

        foreach (var page in new[] { $"/toko/{stall.Slug}", $"/p/{goods.Slug}" })
        {
            var stranger = await app.Visitor().Visit(page);
            Assert.Equal(stranger.Page.Body!.OuterHtml, (await visitor.Visit(page)).Page.Body!.OuterHtml);
        }
    }

    [Fact]
    public async Task A_full_cookie_says_so_still_fits_and_one_that_was_written_into_is_an_empty_list()
    {
        var stall = await _cast.Stall();
        var goods = await _cast.Goods(stall, "Rotan Favorit");
        var visitor = app.Visitor();
        var ids = new List<Kept>();
        for (var i = 0; i < FavouriteCookie.Most; i++)
        {
            ids.Add(new(Guid.NewGuid(), long.MaxValue - i, true));
        }

        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        ((FavouriteCookie)app.Services.GetService(typeof(FavouriteCookie))!).Write(http, ids);
        var written = http.Response.Headers.SetCookie.ToString().Split(';')[0]["kim_favorit=".Length..];
        Assert.InRange(written.Length, 1, 2_500);
        visitor.SetCookie("kim_favorit", written);
        await visitor.Post("/favorit/simpan", ("slug", goods.Slug));
        Assert.Equal("Favorit sudah penuh. Hapus satu dulu, lalu simpan lagi.", visitor.Text("flash"));

        foreach (var broken in new[] { written[..^4] + "AAAA", "x", new string('A', 2_900), new string('A', 3_500) })
        {
            visitor.SetCookie("kim_favorit", broken);
            Assert.Equal(HttpStatusCode.OK, (await visitor.Visit("/favorit")).Status);
            Assert.Empty(visitor.All("favourite"));
        }

        await visitor.Post("/favorit/simpan", ("slug", "tidak-ada"));
        Assert.Equal("Barang itu sudah tidak dijual, jadi tidak disimpan.", visitor.Text("flash"));
    }

    [Fact]
    public async Task Another_site_cannot_press_the_heart()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/favorit/simpan")
        {
            Content = new FormUrlEncodedContent([new("slug", goods.Slug)]),
            Headers = { { "Sec-Fetch-Site", "cross-site" } },
        };
        using var answer = await app.Visitor().Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
