using System.Net;
using System.Text.RegularExpressions;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Lookups;

/// <summary>"Pesanan saya": back to orders by a number and a code, and never a word about whether the number has any.</summary>
public sealed partial class LookupTests(ToldMarket market) : IClassFixture<ToldMarket>
{
    private static int _numbers = 2_000_000;

    private readonly MarketApp _app = market.App;
    private readonly Cast _cast = new(market.App.Services);
    private readonly string _phone = NewPhone();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stall_sends_the_code_to_the_number_on_the_order_and_it_opens_that_stall_alone()
    {
        var (goods, others) = (await _cast.Goods(await _cast.Stall()), await _cast.Goods(await _cast.Stall()));
        var number = (await OrderAsync(goods)).Text("order-number");
        await OrderAsync(others);
        await OrderAsync(goods, NewPhone());

        var browser = await AskAsync();
        var seller = await _app.Inbox(goods.Stall.Owner);
        Assert.Contains(number, seller.Text("lookup"), StringComparison.Ordinal);
        var link = seller.Find("lookup-link")!.GetAttribute("href")!;
        Assert.StartsWith("https://wa.me/62" + string.Concat(_phone.Where(char.IsAsciiDigit))[1..] + "?", link, StringComparison.Ordinal);
        await browser.Submit("code-form", ("Input.Code", CodeIn(link)));

        Assert.Equal("Pesanan Anda terbuka di browser ini.", browser.Text("flash"));
        var own = Assert.Single(browser.All("own-order"));
        Assert.Contains(number, own.TextContent, StringComparison.Ordinal);
        Assert.Null((await _app.Inbox(goods.Stall.Owner)).Find("lookup"));

        // the key of the one order, as it stands in the chat with the stall: no more than whoever sent the code could see
        var order = own.QuerySelector("a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await browser.Visit(order)).Status);
        Assert.Null(browser.Find("buyer"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Visit(order + "/data")).Status);
        await (await browser.Visit("/pesanan-saya")).Submit("again");
        Assert.Equal("/keranjang", browser.Path);

        await (await browser.Visit("/pesanan-saya")).Submit("leave");
        Assert.Empty(browser.All("own-order"));
        Assert.Null(browser.Find("code-form"));
    }

    [Fact]
    public async Task A_known_and_an_unknown_number_are_answered_with_the_same_bytes_and_the_same_cookies()
    {
        await OrderAsync(await _cast.Goods(await _cast.Stall()));
        var answers = new List<string>();
        foreach (var phone in new[] { _phone, NewPhone() })
        {
            var browser = await _app.Visitor().Visit("/pesanan-saya");
            using var pressed = browser.Filled("ask-form", ("Input.WhatsApp", phone));
            using var answer = await browser.Alone().SendAsync(pressed, Ct);
            var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(line => line.Split('=')[0]) : [];
            await browser.Visit("/pesanan-saya");
            var (asked, heads) = (Page(browser), string.Join(',', cookies));
            await browser.Submit("code-form", ("Input.Code", "1234 5678"));
            answers.Add($"{answer.StatusCode} {answer.Headers.Location} {heads} {asked} {browser.Status} {Page(browser)}");
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Contains("Kode itu tidak cocok", answers[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_tries_spend_a_request_also_for_the_right_code_and_twenty_at_once_are_no_more()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        var browser = await AskAsync();
        var code = CodeIn((await _app.Inbox(goods.Stall.Owner)).Find("lookup-link")!.GetAttribute("href")!);
        var wrong = Enumerable.Range(1, 20).Select(i => browser.Filled("code-form", ("Input.Code", $"{(Number(code) + i) % 100_000_000:00000000}"))).ToList();
        using var right = browser.Filled("code-form", ("Input.Code", code));
        await Task.WhenAll(wrong.Select(press => browser.Alone().SendAsync(press, Ct)));

        using var answer = await browser.Alone().SendAsync(right, Ct);
        Assert.Contains("Permintaan itu sudah berakhir", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Null((await browser.Visit("/pesanan-saya")).Find("code-form"));
        Assert.Null((await _app.Inbox(goods.Stall.Owner)).Find("lookup"));

        await browser.Submit("ask-form", ("Input.WhatsApp", _phone));
        var next = CodeIn((await _app.Inbox(goods.Stall.Owner)).Find("lookup-link")!.GetAttribute("href")!);
        Assert.NotEqual(code, next);
        await browser.Submit("code-form", ("Input.Code", code));
        Assert.Contains("tidak cocok", browser.Text("main"), StringComparison.Ordinal);
        await browser.Submit("code-form", ("Input.Code", next));
        Assert.Single(browser.All("own-order"));
    }

    [Fact]
    public async Task The_code_opens_nothing_in_another_browser_nor_after_a_day()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        var browser = await AskAsync();
        var code = CodeIn((await _app.Inbox(goods.Stall.Owner)).Find("lookup-link")!.GetAttribute("href")!);

        var stranger = await _app.Visitor().Visit("/pesanan-saya");
        await stranger.Submit("ask-form", ("Input.WhatsApp", NewPhone()));
        await stranger.Submit("code-form", ("Input.Code", code));
        Assert.Empty(stranger.All("own-order"));
        stranger.SetCookie("kim_cari_pesanan", new string('A', 300));
        await stranger.Visit("/pesanan-saya");
        Assert.Null(stranger.Find("code-form"));

        using var late = browser.Filled("code-form", ("Input.Code", code));
        _app.Clock.Advance(LookupDesk.ByHand);
        using var answer = await browser.Alone().SendAsync(late, Ct);
        Assert.Contains("Permintaan itu sudah berakhir", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        market.Until(hour: 10);
    }

    [Fact]
    public async Task Whoever_ordered_with_a_strangers_number_and_set_their_own_mailbox_sees_that_order_alone()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        var attackers = await OrderAsync(goods);
        var (number, address) = (attackers.Text("order-number"), $"penyerang.{Cast.Mark()}@contoh.id");
        await ConfirmAsync(attackers, address);

        var browser = await AskAsync();
        await market.Carry(() => Codes(address).Count == 1);
        await browser.Submit("code-form", ("Input.Code", Codes(address)[0]));

        Assert.Contains(number, Assert.Single(browser.All("own-order")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailbox_set_on_two_orders_gets_one_letter_whose_code_opens_both_for_fifteen_minutes()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var address = $"siti.{Cast.Mark()}@contoh.id";
        await ConfirmAsync(await OrderAsync(goods), address);
        await ConfirmAsync(await OrderAsync(goods), address);
        await OrderAsync(goods);

        var browser = await AskAsync();
        await market.Carry(() => Codes(address).Count == 1);
        await market.Left(Guid.Empty);
        var code = Assert.Single(Codes(address));
        Assert.DoesNotContain(code, string.Join(' ', await _app.Db.QueryAsync($"select l::text from vault.lookups l", row => row.GetString(0), Ct)), StringComparison.Ordinal);
        _app.Clock.Advance(LookupDesk.ByItself);
        await browser.Submit("code-form", ("Input.Code", code));
        Assert.Contains("waktunya habis", browser.Text("main"), StringComparison.Ordinal);

        await browser.Submit("ask-form", ("Input.WhatsApp", _phone));
        await market.Carry(() => Codes(address).Count == 2);
        await browser.Submit("code-form", ("Input.Code", Codes(address)[1]));
        Assert.Equal(2, browser.All("own-order").Count);
        var order = browser.Find("[data-test=own-order] a")!.GetAttribute("href")!;
        Assert.NotNull((await browser.Visit(order)).Find("buyer"));
        market.Until(hour: 10);
    }

    [Fact]
    public async Task Ten_presses_at_once_are_one_request_and_a_number_is_spoken_of_three_times_a_day()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        var browser = await _app.Visitor().Visit("/pesanan-saya");
        var presses = Enumerable.Range(0, 10).Select(_ => browser.Filled("ask-form", ("Input.WhatsApp", _phone))).ToList();
        await Task.WhenAll(presses.Select(press => browser.Alone().SendAsync(press, Ct)));
        Assert.Equal((1, 1), await RequestsAsync());

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AskAsync()));
        Assert.Equal((6, LookupDesk.MostSends), await RequestsAsync());
        Assert.Equal(LookupDesk.MostSends, (await _app.Inbox(goods.Stall.Owner)).All("lookup").Count);
    }

    [Fact]
    public async Task Whoever_was_forgotten_is_not_found_and_their_requests_go_with_them()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await OrderAsync(goods);
        var order = buyer.Path;
        await buyer.Submit("cancel-order");
        var browser = await AskAsync();
        await browser.Submit("code-form", ("Input.Code", CodeIn((await _app.Inbox(goods.Stall.Owner)).Find("lookup-link")!.GetAttribute("href")!)));
        Assert.Single(browser.All("own-order"));

        await (await buyer.Visit(order + "/data")).Submit("erase-form", ("Input.Sure", "true"));

        Assert.Empty((await browser.Visit("/pesanan-saya")).All("own-order"));
        Assert.Equal((0, 0), await RequestsAsync());
        var again = await AskAsync();
        Assert.NotNull(again.Find("code-form"));
        Assert.Null((await _app.Inbox(goods.Stall.Owner)).Find("lookup"));
    }

    [Fact]
    public async Task What_was_opened_on_one_node_is_open_on_the_other_and_closes_after_thirty_days()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        var browser = await AskAsync();
        await browser.Submit("code-form", ("Input.Code", CodeIn((await _app.Inbox(goods.Stall.Owner)).Find("lookup-link")!.GetAttribute("href")!)));

        await using var other = _app.WithWebHostBuilder(_ => { });
        using var client = other.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/pesanan-saya");
        request.Headers.Add("Cookie", $"kim_cari_pesanan={browser.Cookie("kim_cari_pesanan")}");
        using var answer = await client.SendAsync(request, Ct);
        Assert.Contains("data-test=\"own-order\"", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        _app.Clock.Advance(LookupCookie.Lifetime);
        Assert.Empty((await browser.Visit("/pesanan-saya")).All("own-order"));
        await _app.Services.GetRequiredService<LookupAge>().SweepAsync(Ct);
        Assert.Equal((0, 0), await RequestsAsync());
        market.Until(hour: 10);
    }

    [Fact]
    public async Task Orders_from_before_there_were_marks_are_found_too()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await OrderAsync(goods);
        await _app.Db.ExecuteAsync($"delete from vault.buyer_marks where buyer in (select buyer_id from orders where business_id = {goods.Stall.Id.Value})", Ct);
        await AskAsync();
        Assert.Null((await _app.Inbox(goods.Stall.Owner)).Find("lookup"));

        await _app.Services.GetRequiredService<BuyerMarks>().FillAsync(Ct);

        Assert.NotNull((await _app.Inbox(goods.Stall.Owner)).Find("lookup"));
    }

    [Fact]
    public async Task The_way_there_stands_on_the_list_the_order_and_at_the_foot_of_every_page()
    {
        var buyer = await OrderAsync(await _cast.Goods(await _cast.Stall()));
        Assert.Equal("/pesanan-saya", buyer.Find("by-code")!.GetAttribute("href"));
        Assert.Equal("/pesanan-saya", (await buyer.Visit("/pesanan")).Find("by-code")!.GetAttribute("href"));
        var stranger = await _app.Visitor().Visit("/pesanan");
        Assert.NotNull(stranger.Find("[data-test=empty] a[href='/pesanan-saya']"));
        Assert.NotNull((await stranger.Visit("/")).Find("footer a[href='/pesanan-saya']"));
    }

    private static string NewPhone() => $"0856-88{Interlocked.Increment(ref _numbers)}";

    private static long Number(string code) => long.Parse(code, System.Globalization.CultureInfo.InvariantCulture);

    private static string CodeIn(string link) => Code().Match(Uri.UnescapeDataString(link)).Value.Replace(" ", "", StringComparison.Ordinal);

    private static string Page(Browser browser) => Drawn().Replace(browser.Page.DocumentElement.OuterHtml, "");

    private List<string> Codes(string address) =>
        [.. market.Mail.Letters.Where(letter => letter.To.Contains(address, StringComparison.Ordinal)).Select(letter => CodeIn(letter.Text)).Where(code => code.Length > 0)];

    private async Task<Browser> OrderAsync(Goods goods, string? phone = null)
    {
        var buyer = await _app.Visitor().Put(goods);
        await buyer.Visit("/checkout");
        return await buyer.Submit("checkout-form", [.. Shopping.Answers().Where(answer => answer.Field != "Input.WhatsApp"), ("Input.WhatsApp", phone ?? _phone)]);
    }

    private async Task<Browser> AskAsync() => await (await _app.Visitor().Visit("/pesanan-saya")).Submit("ask-form", ("Input.WhatsApp", _phone));

    private async Task ConfirmAsync(Browser buyer, string address)
    {
        var token = buyer.Path.Split('/')[2];
        var owner = (await _app.Services.GetRequiredService<BuyerOrders>().OpenAsync(token, Ct))[0].BuyerId;
        var subscriptions = _app.Services.GetRequiredService<Subscriptions>();
        await subscriptions.AddMailboxAsync(owner, isMember: false, address, Ct);
        await subscriptions.ConfirmAsync((await subscriptions.OfAsync(owner, Ct)).Single().Id, Ct);
    }

    private async Task<(long Rows, long Sends)> RequestsAsync()
    {
        var mark = await _app.Services.GetRequiredService<BuyerMarks>().OfAsync(Domain.WhatsAppNumber.Parse(_phone), Ct);
        return (await _app.Db.QueryAsync($"select count(*), coalesce(sum(sends), 0)::bigint from vault.lookups where mark = {mark}", row => (row.GetInt64(0), row.GetInt64(1)), Ct))[0];
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4}")]
    private static partial Regex Code();

    [GeneratedRegex("""<input name="__RequestVerificationToken"[^>]*>|nonce="[^"]*"|<section data-flash.*?</section>""")]
    private static partial Regex Drawn();
}
