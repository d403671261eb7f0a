using System.Globalization;
using System.Net;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.MarketDays;

/// <summary>The day itself: lists, papers, and everything of a buyer handed over with one PIN.</summary>
public sealed class HandOverTests(MarketApp app) : IAsyncLifetime
{
    private readonly Cast _cast = new(app.Services);
    private readonly string _name = $"Bu {Cast.Mark()}";
    private Id<Group> _kim;
    private Goods _p = null!;
    private Goods _q = null!;
    private Browser _buyer = null!;
    private Browser _keeper = null!;
    private string _page = "";

    public async ValueTask InitializeAsync()
    {
        _kim = await _cast.Kim();
        var day = await _cast.MarketDay(_kim);
        (_p, _q) = (await _cast.Goods(await _cast.Stall("Lapak P", _kim)), await _cast.Goods(await _cast.Stall("Lapak Q", _kim)));
        _buyer = app.Visitor();
        await _buyer.Put(_p, 2);
        await _buyer.Put(_q, 1);
        await _buyer.Visit("/checkout");
        await _buyer.Submit("checkout-form", Shopping.Answers(_buyer.Find("[data-test=market-choice] input")!.GetAttribute("value")!, _name));
        await (await app.Inbox(_p.Stall.Owner)).Submit("accept-order");
        await (await app.Inbox(_p.Stall.Owner, "diproses")).Submit("ready-order");
        await (await app.Inbox(_q.Stall.Owner)).Submit("accept-order");
        var date = DateOnly.FromDateTime((await app.Db.QueryAsync(
            $"select market_date from orders where market_day = {day.Value} limit 1", row => row.GetDateTime(0), default)).Single());
        _page = string.Create(CultureInfo.InvariantCulture, $"/kelola/hari-pasar/{day}/{date:yyyy-MM-dd}");
        _keeper = app.As(await _cast.Curator(_kim));
        await _buyer.Visit(_buyer.Path);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Pin => string.Concat(_buyer.Text("pin").Where(char.IsAsciiDigit));

    [Fact]
    public async Task One_pin_hands_over_everything_and_each_seller_has_the_last_word_on_the_money()
    {
        await _keeper.Visit(_page);
        Assert.Equal(_name, _keeper.Text("buyer-name"));
        Assert.Equal(2, _keeper.All("market-order").Count);
        Assert.Contains("Terima Rp87.000 tunai", _keeper.Text("cash"), StringComparison.Ordinal);
        Assert.DoesNotContain("0812", _keeper.Page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(6, Pin.Length);

        await _keeper.Submit("hand-over", ("Input.Pin", $"{Pin[..3]} {Pin[3..]}"));

        Assert.Contains("Diserahkan. Teruskan Rp87.000 tunai", _keeper.Text("flash"), StringComparison.Ordinal);
        Assert.Equal("Sudah mengambil", _keeper.Text("served"));
        await _buyer.Visit(_buyer.Path);
        Assert.Equal(["Sampai", "Sampai"], _buyer.Texts("order-status"));
        Assert.Empty(_buyer.All("market-pin"));

        var seller = await app.Inbox(_p.Stall.Owner, "dikirim");
        Assert.Contains("Diserahkan petugas hari pasar", seller.Page.Body!.TextContent, StringComparison.Ordinal);
        await seller.Submit("state-paid");
        Assert.Equivalent(new[] { "Selesai", "Sampai" }, (await _buyer.Visit(_buyer.Path)).Texts("order-status"));
        Assert.Equal((98, 0), await _cast.StockOf(_p));
    }

    [Fact]
    public async Task What_is_not_there_stays_behind()
    {
        await _keeper.Visit(_page);
        var first = _keeper.Find("[data-test=market-order] input")!.GetAttribute("value")!;

        await _keeper.Submit("hand-over", ("Input.Pin", Pin), ("Input.Here", first));

        Assert.Equivalent(new[] { "Sampai", "Diterima" }, (await _buyer.Visit(_buyer.Path)).Texts("order-status"));
    }

    [Fact]
    public async Task A_pin_is_tried_five_times_and_no_more()
    {
        var wrong = Pin == "000000" ? "000001" : "000000";
        await _keeper.Visit(_page);
        for (var i = 0; i < 5; i++)
        {
            await _keeper.Submit("hand-over", ("Input.Pin", wrong));
            Assert.Contains("PIN itu tidak cocok", _keeper.Text("[role=alert]"), StringComparison.Ordinal);
        }

        await _keeper.Submit("hand-over", ("Input.Pin", Pin));

        Assert.Contains("PIN itu tidak cocok", _keeper.Text("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(["Siap diambil", "Diterima"], (await _buyer.Visit(_buyer.Path)).Texts("order-status"));
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_handed_over_once()
    {
        await _keeper.Visit(_page);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _keeper.Alone().SendAsync(_keeper.Filled("hand-over", ("Input.Pin", Pin)))));

        Assert.Equal(2, (await app.Db.QueryAsync(
            $"select 1 from events.mt_events e join orders o on o.order_id = e.stream_id where o.group_id = {_kim.Value} and e.type = 'order_handed_over_at_point'",
            row => row.GetInt32(0), default)).Count);
    }

    [Fact]
    public async Task The_code_on_the_buyers_page_leads_straight_to_them_with_the_pin_typed()
    {
        var number = _buyer.Text("order-number");

        await _keeper.Visit($"{_page}?pesanan={number}&pin={Pin}");

        Assert.Single(_keeper.All("market-buyer"));
        Assert.Equal(Pin, _keeper.Find("[name='Input.Pin']")!.GetAttribute("value"));
        await _keeper.Submit("hand-over");
        Assert.Contains("Diserahkan", _keeper.Text("flash"), StringComparison.Ordinal);
        Assert.Empty((await _keeper.Visit($"{_page}?pesanan=PK-0000-000000")).All("market-buyer"));
    }

    [Theory]
    [InlineData("Packing")]
    [InlineData("Sheet")]
    public async Task The_papers_are_pdf_and_for_those_who_keep_the_market_day_alone(string paper)
    {
        var answer = await _keeper.Http.GetAsync(new Uri($"{_page}?handler={paper}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        var pdf = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-1.7", Encoding.ASCII.GetString(pdf, 0, 8));
        Assert.Single(Encoding.Latin1.GetString(pdf).Split("/Type /Page /").Skip(1));
        var other = app.As(await _cast.Curator(await _cast.Kim()));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit($"{_page}?handler={paper}")).Status);
    }

    [Fact]
    public async Task Whoever_holds_only_the_link_in_the_chat_sees_no_pin()
    {
        var link = _buyer.Find("whatsapp-link")!.GetAttribute("href")!;
        var address = Uri.UnescapeDataString(link).Split("/pesanan/")[1].Split('\n')[0];

        await app.Visitor().Visit($"/pesanan/{address}");

        Assert.Empty((await app.Visitor().Visit($"/pesanan/{address}")).All("market-pin"));
    }

    [Theory]
    [InlineData("2026-13-40")]
    [InlineData("0001-01-01")]
    [InlineData("besok")]
    public async Task What_is_no_date_is_not_found(string date) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _keeper.Visit($"{_page[.._page.LastIndexOf('/')]}/{date}")).Status);
}
