using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Delivery;

public sealed class RatesPageTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private Stall _stall = null!;

    private string Page => $"/lapak/ongkir/{_stall.Slug}";

    public async ValueTask InitializeAsync() => _stall = await _cast.Stall(fee: null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_price_for_a_place_is_added_changed_and_taken_away()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        Assert.Empty(owner.All("rate"));

        await owner.Submit(
            "rate-form", ("Input.Where", "Kec. Sanga Sanga, Kutai Kartanegara"), ("Input.Price", "10.000"), ("Input.Minimum", "50.000"),
            ("Input.FreeFrom", "200.000"), ("Input.Days", "2"));

        Assert.Contains("Ongkir tersimpan", owner.Text("flash"), StringComparison.Ordinal);
        Assert.Equal("Rp10.000", owner.Text("rate-price"));
        Assert.Contains("Sanga Sanga", owner.Text("rate"), StringComparison.Ordinal);
        Assert.Contains("belanja paling sedikit Rp50.000 · gratis mulai Rp200.000 · sampai dalam 2 hari", owner.Text("rate"), StringComparison.Ordinal);

        await owner.Visit(owner.Find("[data-test=rate] a")!.GetAttribute("href")!);
        Assert.Equal("10.000", owner.Find("#Input_Price")?.GetAttribute("value"));
        await owner.Submit("save-rate", ("Input.Price", "12.500"));

        Assert.Equal("Rp12.500", owner.Text("rate-price"));
        Assert.Contains("gratis mulai Rp200.000", owner.Text("rate"), StringComparison.Ordinal);

        await owner.Submit("drop-rate");
        Assert.Empty(owner.All("rate"));
    }

    [Fact]
    public async Task Places_of_one_name_are_told_apart_and_a_whole_regency_will_do()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);

        await owner.Submit("rate-form", ("Input.Where", "Sungai Meriam"), ("Input.Price", "7.000"));
        if (owner.Find("meant-places") is not null)
        {
            await owner.Submit("rate-form", ("Input.Place", owner.Find("[data-test=meant-places] input")!.GetAttribute("value")!));
        }

        Assert.Equal("Rp7.000", owner.Text("rate-price"));

        await owner.Submit("rate-form", ("Input.Where", "Kabupaten Kutai Kartanegara"), ("Input.Price", "25.000"));
        Assert.Contains("Kabupaten Kutai Kartanegara", owner.Text("[data-test=rate] b"), StringComparison.Ordinal);
        await owner.Submit("rate-form", ("Input.Where", "samarinda"), ("Input.Price", "30.000"));
        Assert.Equal(3, owner.All("rate").Count);
    }

    [Theory]
    [InlineData("Input.Where", "", "Tulis nama desa, kecamatan")]
    [InlineData("Input.Where", "Xyzzyxqwv", "Tidak ada desa, kecamatan, atau kabupaten bernama")]
    [InlineData("Input.Price", "", "Tulis ongkirnya")]
    [InlineData("Input.Price", "-5", "")]
    [InlineData("Input.Price", "99999999999999999999", "")]
    [InlineData("Input.Days", "900", "Tulis jumlah hari, 0 sampai 60.")]
    [InlineData("Input.Days", "besok", "")]
    [InlineData("Input.FreeFrom", "1.000", "Batas gratis")]
    public async Task What_makes_no_sense_is_refused_at_the_field_and_nothing_typed_is_lost(string field, string value, string words)
    {
        var owner = await app.As(_stall.Owner).Visit(Page);

        await owner.Submit("rate-form",
        [
            .. new[] { ("Input.Where", "Sanga Sanga"), ("Input.Price", "10.000"), ("Input.Minimum", "50.000"), ("Input.Days", "3") }.Where(answer => answer.Item1 != field),
            (field, value),
        ]);

        Assert.Equal(HttpStatusCode.OK, owner.Status);
        Assert.Contains(words, owner.Text("field-error"), StringComparison.Ordinal);
        Assert.Equal(value, owner.Find($"[name='{field}']")?.GetAttribute("value"));
        Assert.Equal("50.000", owner.Find("#Input_Minimum")?.GetAttribute("value"));
        Assert.Empty(await RatesAsync());
    }

    [Fact]
    public async Task Whoever_sets_prices_may_and_nobody_else()
    {
        var (staff, goods, orders) = (Id<Member>.New(), Id<Member>.New(), Id<Member>.New());
        await _cast.Employ(_stall.Id, staff, BusinessRole.Staff);
        await _cast.Employ(_stall.Id, goods, BusinessRole.GoodsHelper);
        await _cast.Employ(_stall.Id, orders, BusinessRole.OrderHelper);

        foreach (var member in new[] { staff, goods })
        {
            Assert.Equal(HttpStatusCode.OK, (await app.As(member).Visit(Page)).Status);
        }

        // a role at another stall opens nothing here
        var other = await _cast.Stall();
        await _cast.Employ(other.Id, orders, BusinessRole.Staff);
        foreach (var member in new[] { orders, other.Owner, await _cast.Curator(_stall.Kim) })
        {
            var browser = await app.As(member).Visit(Page);
            Assert.True(browser.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, browser.Status.ToString());
        }
    }

    [Fact]
    public async Task The_same_press_ten_times_at_once_is_one_price()
    {
        var owner = await app.As(_stall.Owner).Visit(Page);
        var presses = Enumerable.Range(0, 10).Select(_ => owner.Filled("rate-form", ("Input.Where", "Sanga Sanga"), ("Input.Price", "10.000"))).ToList();

        var answers = await Task.WhenAll(presses.Select(press => owner.Alone().SendAsync(press, TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Single(await RatesAsync());
    }

    [Fact]
    public async Task The_stall_shows_its_table_and_the_product_where_it_begins()
    {
        await _cast.Rate(_stall, "64.02.15", 10_000, freeFrom: 200_000);
        await _cast.Rate(_stall, "64.02.15.1003", 5_000);
        var goods = await _cast.Goods(_stall);

        var visitor = await app.Visitor().Visit($"/toko/{_stall.Slug}");
        Assert.Contains("Kec. Sanga Sanga", visitor.Text("delivery-rates"), StringComparison.Ordinal);
        Assert.Contains("gratis mulai Rp200.000", visitor.Text("delivery-rates"), StringComparison.Ordinal);

        await visitor.Visit($"/p/{goods.Slug}");
        Assert.Contains("mulai Rp5.000", visitor.Text("handover"), StringComparison.Ordinal);
    }

    private Task<List<string>> RatesAsync() => app.Db.QueryAsync(
        $"select type from events.mt_events where stream_id = {_stall.Id.Value} and type like 'business_delivery%'", row => row.GetString(0), default);
}
