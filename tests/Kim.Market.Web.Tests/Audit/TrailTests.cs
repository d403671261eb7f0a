using System.Net;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using Kim.Market.Web.Features.Audit;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Tests.Accounts;
using Kim.Market.Web.Tests.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Audit;

/// <summary>Whoever answers for something can read who did what there, for whom, why and from where.</summary>
public sealed class TrailTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);
    private readonly Bazaar _bazaar = new(app);

    [Theory, MemberData(nameof(EventNamesTests.Events), MemberType = typeof(EventNamesTests))]
    public void Every_event_there_ever_was_has_words_for_those_who_answer_for_it(Type type)
    {
        var golden = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Events", "Golden", EventCatalogue.Types.NameOf(type) + ".json"));
        var happened = EventCatalogue.Types.Read(EventCatalogue.Types.NameOf(type), golden);

        var (what, _) = app.Services.GetRequiredService<AuditStory>().Tell(happened);

        Assert.True(what.Length > 4, $"{type.Name} is told as '{what}'.");
        Assert.True(Enum.IsDefined(AuditKinds.Of(happened)));
    }

    [Fact]
    public async Task An_owner_reads_who_changed_a_price_and_through_which_page()
    {
        var someone = await Someone.Make(app, "Siti Contoh");
        var goods = await _cast.Goods(await _cast.Stall());
        await _cast.Employ(goods.Stall.Id, someone.Member, BusinessRole.Staff);
        var staff = await someone.SignIn();
        await staff.Visit($"/lapak/produk/{goods.Id}/harga");
        await staff.Submit("[data-test=price-form]", ("Input.Price", "27000"));

        var owner = await Read(goods.Stall, "");

        var line = owner.All("trail-line").First(line => line.TextContent.Contains("Rp27.000", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Harga ditetapkan", line, StringComparison.Ordinal);
        Assert.Contains("Siti Contoh", line, StringComparison.Ordinal);
        Assert.Contains(goods.Name, line, StringComparison.Ordinal);
        Assert.Contains("lewat /lapak/produk/{id:guid}/harga", line, StringComparison.Ordinal);

        // a click on her name leaves what she did, a search by her number finds the same
        await owner.Visit(owner.All("[data-test=trail-who] a").First(link => link.TextContent == "Siti Contoh").GetAttribute("href")!);
        Assert.Equal("Hanya yang dilakukan Siti Contoh.", owner.Text("trail-actor"));
        Assert.Equal(["Harga diubah", "Harga ditetapkan"], owner.Texts("[data-test=trail-line] b").OrderDescending());
        await Read(goods.Stall, $"?q={someone.Phone}", owner);
        Assert.Equal(2, owner.All("trail-line").Count);
        await Read(goods.Stall, "?q=bukan+apa-apa", owner);
        Assert.Contains("Tidak ada catatan yang cocok", owner.Text("empty"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_helper_did_says_for_whom_and_a_chair_reads_that_but_not_how_a_stall_trades()
    {
        var goods = await _cast.Goods(await _cast.Stall("Dapur Bu Siti"));
        var (stall, helper) = (goods.Stall, await _cast.Curator(goods.Stall.Kim));
        await _cast.Employ(stall.Id, helper, BusinessRole.OrderHelper);
        await app.BuyerOf(goods);
        await app.BuyerOf(goods);
        await (await app.Inbox(helper)).Submit("accept-order");
        var chair = await _cast.Curator(stall.Kim, GroupRole.Chair);

        var owner = await Read(stall, "?mewakili=true");
        Assert.Contains("Pesanan diterima penjual", owner.Text("trail-line"), StringComparison.Ordinal);
        Assert.Contains("untuk Dapur Bu Siti", owner.Text("trail-who"), StringComparison.Ordinal);
        await Read(stall, "?jenis=Order", owner);
        Assert.Equal(3, owner.All("trail-line").Count);
        Assert.Equal(2, owner.Texts("trail-who").Count(who => who == "pembeli atau tamu, tanpa akun"));

        var board = await app.As(chair).Visit($"/kelola/jejak?di={stall.Kim.Value:N}");
        Assert.Equal(HttpStatusCode.OK, board.Status);
        Assert.Contains(board.Texts("trail-line"), line => line.StartsWith("KIM mulai aktif", StringComparison.Ordinal));
        Assert.Single(board.Texts("trail-line"), line => line.StartsWith("Pesanan", StringComparison.Ordinal));
        await board.Visit($"/kelola/jejak?di={stall.Kim.Value:N}&jenis=Order");
        Assert.Contains("Pesanan diterima penjual", board.Text("trail-line"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_finds_an_order_by_its_number_with_the_reason_it_was_turned_down_and_a_page_leads_to_the_next()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        var buyer = await app.BuyerOf(goods);
        var number = buyer.Text("order-number");
        await (await app.Inbox(goods.Stall.Owner)).Submit("reject-order", ("Input.Reason", "OutOfStock"));
        await _bazaar.Settle();

        var auditor = await app.As(await _cast.Officer(role: OfficeRole.Auditor)).Visit($"/dinas/jejak?q={number}");
        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Equal(["Pesanan ditolak penjual", "Pesanan dibuat"], auditor.Texts("[data-test=trail-line] b"));
        Assert.NotEqual("", auditor.Text("trail-why"));

        // a day in which nothing happened, and the way through many pages
        await auditor.Visit("/dinas/jejak?sampai=2019-12-31");
        Assert.Contains("Tidak ada catatan", auditor.Text("empty"), StringComparison.Ordinal);
        await auditor.Visit("/dinas/jejak?jenis=Stock&dari=2020-01-01");
        var seen = auditor.Texts("trail-line").Count;
        Assert.True(auditor.Find("a[rel=next]") is null || seen == AuditTrail.PageSize);

        // nothing of another regency
        var elsewhere = await app.As(await _cast.Officer("61.04", OfficeRole.Auditor)).Visit($"/dinas/jejak?q={number}");
        Assert.Empty(elsewhere.All("trail-line"));
    }

    [Fact]
    public async Task Every_event_in_the_store_has_its_line_and_says_from_where_it_came()
    {
        var goods = await _cast.Goods(await _cast.Stall());
        await app.BuyerOf(goods);
        await app.Services.GetRequiredService<SilentSellers>().SweepAsync(TestContext.Current.CancellationToken);
        await _bazaar.Settle();
        var (from, upTo) = (0L, (await app.Db.QueryAsync(
            $"select last_seq_id from events.mt_event_progression where name = 'audit:All'", row => row.GetInt64(0), default))[0]);

        var missing = (await app.Db.QueryAsync(
            $"""
            select e.type || coalesce(' from ' || l.via, ' without origin')
            from events.mt_events e left join audit_lines l on l.seq = e.seq_id
            where e.seq_id > {from} and e.seq_id <= {upTo} and (l.seq is null or l.via is null)
            limit 20
            """, row => row.GetString(0), default)).ToList();
        Assert.Empty(missing);

        // whose it is, is known of everything but the installation itself and the wishes of persons
        Assert.Empty(await app.Db.QueryAsync(
            $"select distinct kind from audit_lines where region is null and kind not in ({(short)AuditKind.Installation}, {(short)AuditKind.Erasure})", row => row.GetInt16(0), default));
    }

    [Fact]
    public async Task Odd_questions_are_answered_with_a_page()
    {
        var stall = await _cast.Stall();
        var owner = app.As(stall.Owner);
        foreach (var query in new[]
        {
            "?sesudah=zzz", "?sesudah=999999999999999999999.1", "?sesudah=-5.3", "?dari=kapan", "?oleh=saya", "?jenis=99", "?jenis=Apa", "?q=" + new string('x', 3000),
            "?dari=0001-01-01&sampai=9999-12-31", "?q=%00", "?q=%25_%5C'", "?mewakili=mungkin",
        })
        {
            await owner.Visit($"/lapak/jejak/{stall.Slug}{query}");
            Assert.True(owner.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{query}: {owner.Status}");
        }
    }

    private async Task<Browser> Read(Stall stall, string query, Browser? on = null)
    {
        await _bazaar.Settle();
        var owner = await (on ?? app.As(stall.Owner)).Visit($"/lapak/jejak/{stall.Slug}{query}");
        Assert.Equal(HttpStatusCode.OK, owner.Status);
        return owner;
    }
}
