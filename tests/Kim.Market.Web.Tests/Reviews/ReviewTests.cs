using System.Net;
using System.Text.Json;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Reviews;

public class ReviewTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task What_a_buyer_says_stands_on_the_page_with_the_reply_and_changes_with_them()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}");
        Assert.Null(visitor.Find("rating"));

        var buyer = await Bought(goods);
        await buyer.Visit(buyer.Find("review")!.GetAttribute("href")!);
        await buyer.Submit("give-review", ("Input.Words", "Renyah"));
        Assert.Equal("Pilih satu sampai lima bintang.", buyer.Text("refusal"));
        Assert.Equal("Renyah", buyer.Text("textarea"));
        await buyer.Submit("give-review", ("Input.Stars", "5"), ("Input.Words", "Renyah, pesan di 0812-3456-7890"));

        await visitor.Visit($"/p/{goods.Slug}");
        Assert.Equal("★ 5 dari 1 ulasan", visitor.Text("rating"));
        Assert.Equal("Renyah, pesan di ••••-••••-••••", visitor.Text("review-body"));
        Assert.Equal("Pembeli", visitor.Text("review-by"));
        using var data = JsonDocument.Parse(visitor.Find("script[type='application/ld+json']")!.TextContent);
        Assert.Equal(5, data.RootElement.GetProperty("aggregateRating").GetProperty("ratingValue").GetDecimal());

        var second = await Bought(goods);
        await Review(second, 2, "Kurang renyah");
        var seller = await app.As(goods.Stall.Owner).Visit("/lapak/ulasan");
        await seller.Submit("reply", ("Input.Words", "Maaf, kami ganti."));
        await buyer.Submit("give-review", ("Input.Stars", "4"), ("Input.Words", "Renyah sekali"));

        Assert.Equal("★ 3 dari 2 ulasan", (await visitor.Visit($"/p/{goods.Slug}")).Text("rating"));
        Assert.Equal(["Kurang renyah", "Renyah sekali"], visitor.Texts("review-body"));
        Assert.Equal("Jawaban penjual Maaf, kami ganti.", visitor.Text("review-answer").Replace("penjualMaaf", "penjual Maaf", StringComparison.Ordinal));
        Assert.Equal("★ 3 dari 2 ulasan", (await visitor.Visit($"/toko/{goods.Stall.Slug}")).Text("rating"));
        Assert.Empty(await app.Services.GetRequiredService<Rebuild>().VerifyAsync("reviews", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_KIM_hides_is_read_by_nobody_and_stays_counted_with_the_reason_in_its_place()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await Review(await Bought(goods), 1, "Penjualnya bodoh");
        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}/ulasan");
        Assert.Equal("Penjualnya bodoh", visitor.Text("review-body"));

        var kim = await app.As(await _cast.Curator(goods.Stall.Kim)).Visit("/kelola/ulasan");
        await kim.Submit("hide", ("Input.Reason", "Insult"));
        Assert.NotNull(kim.Find("show-again"));
        await visitor.Visit($"/p/{goods.Slug}/ulasan");
        Assert.DoesNotContain("bodoh", visitor.Page.Source.Text, StringComparison.Ordinal);
        Assert.Contains("menghina orang", visitor.Text("review-hidden"), StringComparison.Ordinal);
        Assert.Equal("★ 1 dari 1 ulasan", (await visitor.Visit($"/p/{goods.Slug}")).Text("rating"));
        Assert.DoesNotContain("bodoh", visitor.Page.Source.Text, StringComparison.Ordinal);

        await kim.Submit("show-again");
        Assert.Equal("Penjualnya bodoh", (await visitor.Visit($"/p/{goods.Slug}/ulasan")).Text("review-body"));
        Assert.Null((await app.As(await _cast.Curator(await _cast.Kim("KIM Lain"))).Visit("/kelola/ulasan")).Find("desk-review"));
    }

    [Fact]
    public async Task Only_what_was_completed_is_reviewed_once_a_line_however_often_it_is_sent()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var open = await app.BuyerOf(await _cast.Goods(await _cast.Stall()));
        Assert.Null(open.Find("review"));
        Assert.Null((await open.Visit($"{open.Path}/ulasan/{await OrderOf(open)}")).Find("review-form"));

        var buyer = await Bought(goods);
        await buyer.Visit(buyer.Find("review")!.GetAttribute("href")!);
        using var form = buyer.Filled("give-review", ("Input.Stars", "5"), ("Input.Words", "Enak"));
        var body = await form.Content!.ReadAsStringAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var one = new HttpRequestMessage(HttpMethod.Post, form.RequestUri)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
                Headers = { { "Sec-Fetch-Site", "same-origin" } },
            };
            using var answer = await buyer.Alone().SendAsync(one);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }));
        Assert.Equal(["review_given"], await app.Db.QueryAsync(
            $"select e.type from events.mt_events e join reviews v on v.review_id = e.stream_id where v.product_id = {goods.Id.Value}", row => row.GetString(0), default));
    }

    [Fact]
    public async Task Many_reviews_are_read_a_page_at_a_time()
    {
        var goods = await _cast.Goods(await _cast.Stall(), stock: 500);
        for (var n = 0; n < 12; n++)
        {
            await app.Db.ExecuteAsync(
                $"""
                insert into reviews (review_id, version, order_id, product_id, business_id, group_id, stars, body, given_at)
                values ({Guid.CreateVersion7()}, 1, {Guid.NewGuid()}, {goods.Id.Value}, {goods.Stall.Id.Value}, {goods.Stall.Kim.Value}, 4, {$"Ulasan ke-{n}"}, {DateTimeOffset.UtcNow.AddMinutes(-n)})
                """, default);
        }

        var visitor = await app.Visitor().Visit($"/p/{goods.Slug}");
        Assert.Equal(3, visitor.All("review").Count);
        await visitor.Visit(visitor.Find("all-reviews")!.GetAttribute("href")!);
        Assert.Equal(10, visitor.All("review").Count);
        await visitor.Visit(visitor.Find("[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(["Ulasan ke-10", "Ulasan ke-11"], visitor.Texts("review-body"));
        await app.Db.ExecuteAsync($"delete from reviews where product_id = {goods.Id.Value}", default);
    }

    private static async Task Review(Browser buyer, int stars, string words)
    {
        await buyer.Visit(buyer.Find("review")!.GetAttribute("href")!);
        await buyer.Submit("give-review", ("Input.Stars", stars.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("Input.Words", words));
    }

    private async Task<Browser> Bought(Goods goods)
    {
        var buyer = await app.BuyerOf(goods);
        await (await app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        await (await app.Inbox(goods.Stall.Owner, "diproses")).Submit("ready-order");
        await (await app.Inbox(goods.Stall.Owner, "siap")).Submit("hand-over");
        return await buyer.Visit(buyer.Path);
    }

    private async Task<Guid> OrderOf(Browser buyer)
    {
        var number = buyer.Text("order-number");
        return (await app.Db.QueryAsync($"select order_id from orders where number = {number}", row => row.GetGuid(0), default)).Single();
    }
}
