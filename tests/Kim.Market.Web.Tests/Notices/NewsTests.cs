using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Notices;

public class NewsTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_seller_sees_at_the_bell_that_an_order_came_and_is_led_to_it()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var helper = Id<Member>.New();
        await _cast.Employ(goods.Stall.Id, helper, BusinessRole.GoodsHelper);
        await app.Told();
        var before = await Unread(goods.Stall.Owner);
        var buyer = await app.BuyerOf(goods);
        await app.Told();

        var seller = await app.As(goods.Stall.Owner).Visit("/lapak/pesanan");
        Assert.Equal((before + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), seller.Text("unread"));
        await seller.Visit("/akun/kabar");
        Assert.StartsWith($"Pesanan baru {buyer.Text("order-number")}", seller.Text("news"), StringComparison.Ordinal);
        Assert.Contains(goods.Stall.Name, seller.Text("news"), StringComparison.Ordinal);
        Assert.DoesNotContain("Pembeli Contoh", seller.Page.Body!.TextContent, StringComparison.Ordinal);

        await seller.Submit("open-news");
        Assert.Equal("/lapak/pesanan?status=baru", seller.Path);
        Assert.Equal(before, await Unread(goods.Stall.Owner));
        await seller.Visit("/akun/kabar");
        if (before > 0)
        {
            await seller.Submit("read-all");
        }

        Assert.Null((await seller.Visit("/lapak/pesanan")).Find("unread"));
        Assert.DoesNotContain((await app.As(helper).Visit("/akun/kabar")).Texts("news"), said => said.StartsWith("Pesanan baru", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_stand_in_the_room_of_whoever_reads_them_and_a_door_leads_to_each_of_several()
    {
        var stall = await _cast.Stall();
        var seller = await app.As(stall.Owner).Visit("/akun/kabar");
        Assert.Equal("Lapak saya", seller.Text(".brand small"));
        Assert.Equal(["Pesanan", "Produk", "Lapak", "Orang", "Akun"], seller.Texts(".site-head nav a"));

        var curator = await _cast.Curator(stall.Kim);
        await _cast.Employ(stall.Id, curator, BusinessRole.Staff);
        var both = await app.As(curator).Visit("/akun/kabar/atur");
        Assert.Equal("Akun", both.Text(".brand small"));
        Assert.Equivalent(new[] { "Lapak saya", "Kelola KIM", "Akun" }, both.Texts(".site-head nav a"), strict: true);
        Assert.Equal(["Akun"], (await app.As(Id<Member>.New()).Visit("/akun/kabar")).Texts(".site-head nav a"));
    }

    [Fact]
    public async Task Whoever_did_it_and_whoever_holds_no_role_there_hears_nothing()
    {
        var kim = await _cast.Kim();
        var (curator, writer) = (await _cast.Curator(kim), await _cast.Curator(kim, GroupRole.Writer));
        var stranger = await _cast.Curator(await _cast.Kim());
        var sent = await _cast.Sent(await _cast.Stall(kim: kim), "Abon Menunggu");
        await app.Told();

        Assert.Contains((await app.As(curator).Visit("/akun/kabar")).Texts("news"), said => said.Contains("Abon Menunggu menunggu diperiksa KIM", StringComparison.Ordinal));
        foreach (var deaf in new[] { writer, stranger })
        {
            Assert.DoesNotContain((await app.As(deaf).Visit("/akun/kabar")).Texts("news"), said => said.Contains("Abon", StringComparison.Ordinal));
        }

        Assert.Null(await app.Marketplace.TellAsync(
            sent.Id, (Kim.Market.Domain.Products.Product product) => product.Publish(app.Clock.GetUtcNow()), new Metadata(Actor: sent.Stall.Owner.Value), Ct));
        await app.Told();
        Assert.DoesNotContain((await app.As(sent.Stall.Owner).Visit("/akun/kabar")).Texts("news"), said => said.Contains("tampil di pasar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_opens_the_news_of_others_and_who_left_reads_them_no_more()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var staff = Id<Member>.New();
        await _cast.Employ(goods.Stall.Id, staff, BusinessRole.Staff);
        await app.BuyerOf(goods);
        await app.Told();
        var known = await app.As(staff).Visit("/akun/kabar");
        var foreign = known.Find("[name=Kabar]")!.GetAttribute("value")!;

        var elsewhere = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(elsewhere);
        await app.Told();
        var other = await app.As(elsewhere.Stall.Owner).Visit("/akun/kabar");
        await other.Submit("open-news", ("Kabar", foreign));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.NotEqual(0, await Unread(staff));

        Assert.Null(await app.Marketplace.TellAsync(
            goods.Stall.Id, (Business business) => business.Release(staff, BusinessRole.Staff, app.Clock.GetUtcNow()), new Metadata(), Ct));
        Assert.Empty((await app.As(staff).Visit("/akun/kabar")).Texts("news"));
    }

    [Fact]
    public async Task Two_nodes_that_take_at_once_tell_it_once()
    {
        await using var other = app.WithWebHostBuilder(_ => { });
        var goods = await _cast.Goods(await _cast.Stall(), stock: 60);
        for (var i = 0; i < 12; i++)
        {
            await app.BuyerOf(goods, quantity: 1);
        }

        var nodes = new[] { app.Services.GetRequiredService<FanOut>(), other.Services.GetRequiredService<FanOut>() };
        await Task.WhenAll(nodes.Concat(nodes).Select(node => node.SweepAsync(Ct)));
        await app.Told();

        Assert.Equal(
            Enumerable.Repeat(1L, 12),
            await app.Db.QueryAsync(
                $"select count(*) from app.notices where member_id = {goods.Stall.Owner.Value} and kind = {(short)NoticeKind.OrderPlaced} group by stream",
                row => row.GetInt64(0), Ct));
    }

    [Fact]
    public async Task A_node_that_dies_with_what_it_took_has_taken_nothing()
    {
        var stream = Guid.NewGuid();
        await app.Db.ExecuteAsync($"insert into app.outbox (kind, stream, at) values (32000, {stream}, now())", Ct); // of a newer version: ours leave it
        await using (var connection = await app.Db.OpenConnectionAsync(Ct))
        {
            await using var transaction = await connection.BeginTransactionAsync(Ct);
            Assert.Equal(1, await connection.ExecuteAsync($"delete from app.outbox where stream = {stream}", Ct));
            await transaction.DisposeAsync();
        }

        await app.Services.GetRequiredService<FanOut>().SweepAsync(Ct);
        Assert.Equal(1, await app.Db.ExecuteAsync($"delete from app.outbox where stream = {stream}", Ct));
    }

    [Fact]
    public async Task What_nobody_answers_is_spoken_of_once_before_its_time_is_over()
    {
        await using var market = new MarketApp();
        await market.InitializeAsync();
        var cast = new Cast(market.Services);
        var goods = await cast.Goods(await cast.Stall());
        await market.BuyerOf(goods);
        var (reminders, fanOut) = (market.Services.GetRequiredService<Reminders>(), market.Services.GetRequiredService<FanOut>());
        Assert.Equal(0, await reminders.SweepAsync(Ct));

        market.Clock.Advance(TimeSpan.FromHours(21));
        await reminders.SweepAsync(Ct);
        await reminders.SweepAsync(Ct);
        await fanOut.SweepAsync(Ct);

        Assert.Single((await market.As(goods.Stall.Owner).Visit("/akun/kabar")).Texts("news"), said => said.Contains("hampir habis waktu jawabnya", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rebuild_tells_nobody_anything_again()
    {
        await using var market = new MarketApp();
        await market.InitializeAsync();
        var cast = new Cast(market.Services);
        await market.BuyerOf(await cast.Goods(await cast.Stall()));
        await market.Told();
        var before = await Rows(market);

        await market.Services.GetRequiredService<Rebuild>().RunAsync("orders", null, Ct);

        Assert.Equal(before, await Rows(market));
        Assert.True(before > 0);
    }

    private static async Task<long> Rows(MarketApp market) =>
        (await market.Db.QueryAsync($"select (select count(*) from app.outbox) + (select count(*) from app.notices)", row => row.GetInt64(0), Ct)).Single();

    private async Task<int> Unread(Id<Member> member)
    {
        var text = (await app.As(member).Visit("/akun")).Text("[data-test=news-link] .count");
        return text.Length == 0 ? 0 : int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
