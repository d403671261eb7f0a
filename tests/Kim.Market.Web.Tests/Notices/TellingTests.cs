using System.Net;
using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Notices;

public class TellingTests(ToldMarket market) : IClassFixture<ToldMarket>
{
    private readonly MarketApp _app = market.App;
    private readonly Cast _cast = new(market.App.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sellers_browser_is_told_of_an_order_once_and_only_it_can_read_that()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        using var browser = await Subscribed(goods.Stall.Owner);
        var buyer = await _app.BuyerOf(goods);

        await market.Carry(() => Orders(browser).Count > 0);
        await market.Left(Guid.Empty);

        var told = Assert.Single(Orders(browser));
        Assert.Equal($"Pesanan baru {buyer.Text("order-number")}", (string)told["title"]!);
        Assert.Equal(goods.Stall.Name, (string)told["body"]!);
        Assert.Equal("/lapak/pesanan?status=baru", (string)told["url"]!);
        Assert.DoesNotContain("Pembeli", told.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(market.Push.Faults);
    }

    [Fact]
    public async Task A_buyer_without_an_account_is_told_on_the_order_page_and_led_back_to_it()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await _app.BuyerOf(goods);
        var order = buyer.Path;
        using var browser = market.Push.Browser();
        Assert.NotNull(buyer.Find("push-form")?.GetAttribute("data-push"));
        await buyer.Submit("push-form", browser.Form);
        Assert.Equal("Browser ini akan dikabari.", buyer.Text("flash"));
        Assert.Single(buyer.All("way"));

        await (await _app.Inbox(goods.Stall.Owner)).Submit("accept-order");
        await market.Carry(() => market.Push.Told(browser).Count > 0);

        var told = Assert.Single(market.Push.Told(browser));
        Assert.EndsWith("diterima penjual", (string)told["title"]!, StringComparison.Ordinal);
        Assert.Equal(order, (string)told["url"]!);

        await buyer.Visit($"{order}/kabar");
        await buyer.Submit("end-way");
        Assert.Empty(buyer.All("way"));
    }

    [Fact]
    public async Task A_mailbox_hears_only_after_its_yes_and_no_more_after_its_no()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await _app.BuyerOf(goods);
        var (order, address) = (buyer.Path, $"siti.{Cast.Mark()}@contoh.id");
        await buyer.Visit($"{order}/kabar");
        await buyer.Submit("mail-form", ("Input.Mail", "siti"));
        Assert.Contains("Tulis alamat surel yang lengkap, misalnya nama@contoh.id.", buyer.Text("main"), StringComparison.Ordinal);
        await buyer.Submit("mail-form", ("Input.Mail", address));
        await market.Carry(() => To(address).Count == 1);
        var question = To(address)[0];
        Assert.Contains("Seseorang menulis alamat ini", question.Text, StringComparison.Ordinal);

        var seller = await _app.Inbox(goods.Stall.Owner);
        await seller.Submit("accept-order");
        await market.Left(Guid.Empty);
        Assert.Single(To(address));

        var link = question.Text.Split('\n', '\r').First(line => line.StartsWith("https://pasar.example/surat/", StringComparison.Ordinal))["https://pasar.example".Length..];
        var reader = await _app.Visitor().Visit(link);
        await reader.Submit("letter-yes");
        await seller.Visit("/lapak/pesanan?status=diproses");
        await seller.Submit("ready-order");
        await market.Carry(() => To(address).Count == 2);

        var letter = To(address)[1];
        Assert.Contains($"https://pasar.example{order}", letter.Text, StringComparison.Ordinal);
        Assert.Contains("siap", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", letter.Source + letter.Text, StringComparison.Ordinal);
        Assert.EndsWith("@pasar.example>", letter.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Header("Auto-Submitted"));
        Assert.Equal($"<https://pasar.example{link}>", letter.Header("List-Unsubscribe"));

        await reader.Visit(link);
        await _app.Visitor().Visit("/"); // where the answer is read, it is kept for everyone by now
        await reader.Submit("letter-stop");
        Assert.Contains("Alamat Anda sudah dihapus", reader.Text("flash"), StringComparison.Ordinal);
        Assert.Equal("", (await reader.Visit("/")).Text("flash"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.Visit(link)).Status);
        Assert.Empty((await buyer.Visit($"{order}/kabar")).All("way"));
    }

    [Fact]
    public async Task A_letter_that_was_in_the_hands_of_a_node_that_died_goes_out_again_under_the_same_number_and_a_browser_is_left_to_an_operator()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var address = $"siti.{Cast.Mark()}@contoh.id";
        var subscriptions = _app.Services.GetRequiredService<Subscriptions>();
        using var browser = await Subscribed(goods.Stall.Owner);
        await subscriptions.AddMailboxAsync(goods.Stall.Owner.Value, isMember: true, address, Ct);
        await market.Carry(() => To(address).Count == 1);
        await subscriptions.ConfirmAsync((await subscriptions.OfAsync(goods.Stall.Owner.Value, Ct)).Single(way => way.By == Channel.Mail).Id, Ct);
        await _app.BuyerOf(goods);
        await market.Carry(() => Orders(browser).Count == 1 && To(address).Count == 2);
        var stream = (await _app.Db.QueryAsync($"select stream from app.notices where member_id = {goods.Stall.Owner.Value} and kind = 0", row => row.GetGuid(0), Ct)).Single();

        // as if both had been claimed a moment ago, and sent, and the node had died before it could write that down
        foreach (var way in await subscriptions.OfAsync(goods.Stall.Owner.Value, Ct))
        {
            await _app.Db.ExecuteAsync(
                Deliveries.Add([new(way.Id, way.By, NoticeKind.OrderPlaced, Sides.Seller, stream, "PK-1", goods.Stall.Id.Value, "Dapur", "dapur", "64.72", new(0, 0), _app.Clock.GetUtcNow().UtcDateTime)], _app.Clock.GetUtcNow().AddHours(1)), Ct);
        }

        await _app.Db.ExecuteAsync($"update app.deliveries set claimed_at = {_app.Clock.GetUtcNow() - Deliveries.Lease - TimeSpan.FromSeconds(1)}, due_at = {_app.Clock.GetUtcNow()}, tries = 1 where stream = {stream}", Ct);
        await market.Carry(() => To(address).Count == 3);

        Assert.Equal([((short?)Trouble.Unknown, true)], await market.Left(stream));
        Assert.Single(Orders(browser));
        Assert.All(To(address), letter => Assert.Matches(@"^<kabar-[0-9]+\.[0-9a-f]{32}@pasar\.example>$", letter.Header("Message-ID")));
    }

    [Fact]
    public async Task What_is_busy_is_tried_again_what_is_refused_an_operator_sees_and_who_is_gone_is_forgotten()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        using var browser = await Subscribed(goods.Stall.Owner);
        var stream = await Queue(goods, browser);
        market.Push.Answer(503);
        Assert.Equal([((short?)Trouble.Busy, false)], await market.Left(stream));
        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await market.Carry(() => market.Push.Told(browser).Any(told => (string)told["tag"]! == stream.ToString("N")));

        var refused = await Queue(goods, browser);
        market.Push.Answer(403);
        Assert.Equal([((short?)Trouble.Refused, true)], await market.Left(refused));
        var someone = await Operator();
        var page = await _app.As(someone).Visit("/operator/kabar");
        Assert.Contains("ditolak server penerima", page.Text("dead-letter"), StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page.Page.Source.Text, StringComparison.Ordinal);
        await page.Submit("try-again", ("Kabar", (await Dead(refused)).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        await market.Carry(() => market.Push.Told(browser).Any(told => (string)told["tag"]! == refused.ToString("N")));

        var gone = await Queue(goods, browser);
        market.Push.Answer(410);
        Assert.Empty(await market.Left(gone));
        Assert.Empty(await _app.Services.GetRequiredService<Subscriptions>().OfAsync(goods.Stall.Owner.Value, Ct));
    }

    [Fact]
    public async Task At_night_nothing_rings_and_in_the_morning_it_does()
    {
        market.Until(hour: 22);
        var goods = await _cast.Goods(await _cast.Stall());
        using var browser = await Subscribed(goods.Stall.Owner);
        await _app.BuyerOf(goods);
        await market.Left(Guid.Empty);
        Assert.Empty(market.Push.Told(browser));
        Assert.Contains((await _app.As(goods.Stall.Owner).Visit("/akun/kabar")).Texts("news"), said => said.StartsWith("Pesanan baru", StringComparison.Ordinal));

        market.Until(hour: 7);
        await market.Carry(() => Orders(browser).Count == 1);
    }

    [Fact]
    public async Task Whoever_wants_no_rings_for_a_topic_gets_none_and_still_reads_of_it()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        using var browser = await Subscribed(goods.Stall.Owner);
        var page = await _app.As(goods.Stall.Owner).Visit("/akun/kabar/atur");
        Assert.Equal(Enum.GetValues<NoticeTopic>().Length, page.All("topic").Count);
        await page.Submit("choices-form", ("Input.Choices", "0-site"), ("Input.From", "0"), ("Input.Until", "0"));
        Assert.Equal("Tersimpan.", page.Text("flash"));
        Assert.Null(page.Find("[value='0-push']")!.GetAttribute("checked"));

        await _app.BuyerOf(goods);
        await market.Left(Guid.Empty);

        Assert.Empty(Orders(browser));
        Assert.Contains((await page.Visit("/akun/kabar")).Texts("news"), said => said.StartsWith("Pesanan baru", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_nodes_that_carry_at_once_tell_a_browser_once()
    {
        await using var other = _app.WithWebHostBuilder(_ => { });
        var goods = await _cast.Goods(await _cast.Stall());
        using var browser = await Subscribed(goods.Stall.Owner);
        var streams = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            streams.Add(await Queue(goods, browser));
        }

        var nodes = new[] { _app.Services.GetRequiredService<Courier>(), other.Services.GetRequiredService<Courier>() };
        await Task.WhenAll(nodes.Concat(nodes).Select(node => node.SweepAsync(Ct)));
        await market.Carry(() => market.Push.Told(browser).Count >= 12);

        Assert.Equal(streams.Select(stream => stream.ToString("N")).Order(), market.Push.Told(browser).Select(told => (string)told["tag"]!).Where(tag => streams.Exists(stream => stream.ToString("N") == tag)).Order());
    }

    [Fact]
    public async Task Addresses_of_nobody_we_know_are_not_taken_and_a_shared_telephone_speaks_to_one_member()
    {
        var (one, two) = (await _cast.Stall(), await _cast.Stall());
        var page = await _app.As(one.Owner).Visit("/akun/kabar/atur");
        using var strange = new FakeBrowser("https://example.com/push");
        await page.Submit("push-form", strange.Form);
        Assert.StartsWith("Browser ini tidak bisa dikabari", page.Text("refusal"), StringComparison.Ordinal);
        await page.Submit("push-form", ("Input.Endpoint", $"{market.Push.Address}/x"), ("Input.Key", "AAAA"), ("Input.Secret", "AAAA"));
        Assert.StartsWith("Browser ini tidak bisa dikabari", page.Text("refusal"), StringComparison.Ordinal);

        using var shared = await Subscribed(one.Owner);
        await (await _app.As(two.Owner).Visit("/akun/kabar/atur")).Submit("push-form", shared.Form);
        Assert.Empty((await _app.As(one.Owner).Visit("/akun/kabar/atur")).All("way"));
        Assert.Single((await _app.As(two.Owner).Visit("/akun/kabar/atur")).All("way"));
    }

    [Fact]
    public async Task A_buyer_who_is_forgotten_leaves_no_browser_and_no_mailbox_behind()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await _app.BuyerOf(goods);
        var order = buyer.Path;
        using var browser = market.Push.Browser();
        await buyer.Submit("push-form", browser.Form);
        var known = (await _app.Db.QueryAsync($"select id, owner_id from app.subscriptions order by created_at desc limit 1", row => (row.GetGuid(0), row.GetGuid(1)), Ct)).Single();
        await (await _app.Inbox(goods.Stall.Owner)).Submit("reject-order", ("Input.Reason", "Closed"));

        await buyer.Visit($"{order}/data");
        await buyer.Submit("erase-form", ("Input.Sure", "true"));

        Assert.Equal(0, (await _app.Db.QueryAsync(
            $"""
            select (select count(*) from app.subscriptions where owner_id = {known.Item2}) + (select count(*) from vault.keys where subject = {known.Item1})
                 + (select count(*) from vault.entries where subject = {known.Item1}) + (select count(*) from app.deliveries where subscription_id = {known.Item1})
            """, row => row.GetInt64(0), Ct)).Single());
    }

    [Fact]
    public async Task The_script_that_browsers_keep_is_small_and_keeps_nothing_of_ones_own()
    {
        var script = await _app.CreateClient().GetStringAsync(new Uri("/kabar.js", UriKind.Relative), Ct);

        Assert.Contains("showNotification", script, StringComparison.Ordinal);
        Assert.Contains("no-store", script, StringComparison.Ordinal); // what it must not keep; that it does not, OfflineTests sees in a browser
        Assert.True(script.Length < 4_500);
    }

    private List<JsonNode> Orders(FakeBrowser browser) =>
        [.. market.Push.Told(browser).Where(told => ((string)told["title"]!).StartsWith("Pesanan baru", StringComparison.Ordinal))];

    private IReadOnlyList<Taken> To(string address) => [.. market.Mail.Letters.Where(letter => letter.To == address)];

    private async Task<FakeBrowser> Subscribed(Id<Member> member)
    {
        await market.Left(Guid.Empty); // what was said before nobody is told of
        var browser = market.Push.Browser();
        var page = await _app.As(member).Visit("/akun/kabar/atur");
        await page.Submit("push-form", browser.Form);
        Assert.Equal("Browser ini akan dikabari.", page.Text("flash"));
        return browser;
    }

    private async Task<Guid> Queue(Goods goods, FakeBrowser browser)
    {
        var stream = Guid.NewGuid();
        var way = (await _app.Services.GetRequiredService<Subscriptions>().OfAsync(goods.Stall.Owner.Value, Ct)).Single(known => known.By == Channel.Push);
        Assert.NotNull(browser);
        await _app.Db.ExecuteAsync(
            Deliveries.Add(
                [new(way.Id, Channel.Push, NoticeKind.OrderPlaced, Sides.Seller, stream, "PK-1", goods.Stall.Id.Value, "Dapur", "dapur", "64.72", new(0, 0), _app.Clock.GetUtcNow().UtcDateTime)],
                _app.Clock.GetUtcNow()), Ct);
        return stream;
    }

    private async Task<long> Dead(Guid stream) =>
        (await _app.Db.QueryAsync($"select id from app.deliveries where stream = {stream} and dead_at is not null", row => row.GetInt64(0), Ct)).Single();

    private async Task<Id<Member>> Operator()
    {
        var member = Id<Member>.New();
        Assert.Null(await _app.Marketplace.BeginAsync(Installation.Id, Installation.Appoint(null, member, _app.Clock.GetUtcNow()), new Metadata(), Ct));
        return member;
    }
}
