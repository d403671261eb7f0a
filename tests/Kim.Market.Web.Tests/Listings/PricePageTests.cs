using System.Globalization;
using System.Net;
using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Listings;

/// <summary>Jejak harga: what it costs and cost, and what may be struck through.</summary>
public class PricePageTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task The_trail_of_a_price_tells_every_step_and_a_discount_strikes_through_what_held_long_enough()
    {
        var (goods, start) = await Told();
        var seller = await app.As(goods.Stall.Owner).Visit($"/lapak/produk/{goods.Id}/harga");
        var until = Day(app.Clock.GetUtcNow().AddDays(7));

        await seller.Submit("lower-form", ("Input.Lower", "18.000"), ("Input.Was", "25.000"), ("Input.Until", until));
        Assert.Equal("Rp25.000 tidak pernah berlaku dalam 30 hari terakhir, jadi tidak boleh dicoret.", seller.Text("refusal"));
        Assert.Equal("18.000", seller.Find("[name='Input.Lower']")!.GetAttribute("value"));
        await seller.Submit("lower-form", ("Input.Was", "15.000"), ("Input.Lower", "14.000"));
        Assert.StartsWith("Harga itu baru berlaku 2 dari 30 hari terakhir.", seller.Text("refusal"), StringComparison.Ordinal);
        await seller.Submit("lower-form", ("Input.Was", "20.000"), ("Input.Lower", "18.000"));
        Assert.Equal("Diskon berlaku sekarang.", seller.Text("flash"));

        var buyer = await app.Visitor().Visit($"/p/{goods.Slug}");
        Assert.StartsWith("Rp18.000", buyer.Text("price"), StringComparison.Ordinal);
        Assert.Equal("Rp20.000", buyer.Text("[data-test=price] s"));
        Assert.NotEmpty(buyer.Text("discount"));

        using var trail = JsonDocument.Parse(await buyer.Http.GetStringAsync(buyer.Find("price-data")!.GetAttribute("href"), TestContext.Current.CancellationToken));
        Assert.Equal([20_000, 15_000, 20_000, 18_000], trail.RootElement.EnumerateArray().Select(step => step.GetProperty("price").GetInt64()));
        Assert.Equal(start.ToUniversalTime(), trail.RootElement[0].GetProperty("from").GetDateTimeOffset().ToUniversalTime(), TimeSpan.FromMilliseconds(1));
        Assert.Equal(JsonValueKind.Null, trail.RootElement[3].GetProperty("until").ValueKind);

        Assert.StartsWith("Rp15.000 pada", (await buyer.Visit($"/p/{goods.Slug}?per={Day(start.AddDays(21))}")).Text("price-then"), StringComparison.Ordinal);
        Assert.StartsWith("Belum ada harga pada", (await buyer.Visit($"/p/{goods.Slug}?per={Day(start.AddDays(-3))}")).Text("price-then"), StringComparison.Ordinal);
        Assert.Equal("", (await buyer.Visit($"/p/{goods.Slug}?per=kemarin")).Text("price-then"));
    }

    [Fact]
    public async Task When_its_time_is_up_the_price_before_holds_again()
    {
        var (goods, _) = await Told();
        var now = app.Clock.GetUtcNow();
        await Tell(goods, product => product.Lower(new(18_000), new(20_000), now.AddSeconds(1), now));
        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);

        await app.Services.GetRequiredService<EndedDiscounts>().SweepAsync(TestContext.Current.CancellationToken);

        var buyer = await app.Visitor().Visit($"/p/{goods.Slug}");
        Assert.StartsWith("Rp20.000", buyer.Text("price"), StringComparison.Ordinal);
        Assert.Null(buyer.Find("[data-test=price] s"));
        Assert.Null(buyer.Find("discount"));
    }

    [Fact]
    public async Task A_new_price_is_seen_on_the_next_request_and_orders_keep_theirs()
    {
        var amplang = await _cast.Goods(await _cast.Stall(), price: 15_000);
        var buyer = await app.BuyerOf(amplang, quantity: 1);
        var seller = await app.As(amplang.Stall.Owner).Visit($"/lapak/produk/{amplang.Id}/harga");

        await seller.Submit("price-form", ("Input.Price", "dua puluh"));
        Assert.Equal("Tulis harga dalam rupiah utuh, contoh 12.500.", seller.Text("field-error"));
        await seller.Submit("price-form", ("Input.Price", "20 rb"));

        Assert.Equal("Harga baru berlaku sekarang.", seller.Text("flash"));
        Assert.StartsWith("Rp20.000", (await app.Visitor().Visit($"/p/{amplang.Slug}")).Text("price"), StringComparison.Ordinal);
        Assert.Contains("Rp15.000", (await buyer.Visit(buyer.Path)).Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prices_of_others_stay_theirs_and_drafts_have_no_trail()
    {
        var amplang = await _cast.Goods(await _cast.Stall());
        var draft = await _cast.Sent(await _cast.Stall());
        var other = await _cast.Goods(await _cast.Stall());
        var stranger = await app.As(other.Stall.Owner).Visit($"/lapak/produk/{other.Id}/harga");

        using var request = stranger.Filled("price-form", ("Input.Price", "1"));
        request.RequestUri = new($"/lapak/produk/{amplang.Id}/harga", UriKind.Relative);
        using var answer = await stranger.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/p/{draft.Slug}/harga.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit("/p/a%27b/harga.json")).Status);
    }

    /// <summary>20.000 for twenty days, 15.000 for two, 20.000 for eight.</summary>
    private async Task<(Goods Goods, DateTimeOffset Start)> Told()
    {
        var stall = await _cast.Stall();
        var start = app.Clock.GetUtcNow().AddDays(-30).AddMinutes(-1);
        var id = Id<Product>.New();
        var slug = $"amplang-{id.Value:N}"[..40];
        Assert.Null(await app.Marketplace.BeginAsync(
            id, Product.Draft(id, stall.Id, "Amplang", slug, "makanan-olahan/amplang", "bungkus", null, "", start), new Metadata(), default));
        Assert.Null(await app.Marketplace.BeginAsync(Stock.Of(id), Stock.Open(id, start), new Metadata(), default));
        var goods = new Goods(id, stall, "Amplang", slug, 20_000);
        await Tell(goods, product => product.SetPrice(new(20_000), start));
        await Tell(goods, _ => Product.SetPhotos([new(new string('a', 64), "Amplang")], start));
        await Tell(goods, product => product.Publish(start));
        await Tell(goods, product => product.SetPrice(new(15_000), start.AddDays(20)));
        await Tell(goods, product => product.SetPrice(new(20_000), start.AddDays(22)));
        return (goods, start);
    }

    private static string Day(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task Tell(Goods goods, Func<Product, Decision<ProductEvent>> decide) =>
        Assert.Null(await app.Marketplace.TellAsync(goods.Id, decide, new Metadata(), TestContext.Current.CancellationToken));
}
