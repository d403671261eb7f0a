using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Businesses;

/// <summary>An UMKM comes in by itself, its KIM looks, buyers see it.</summary>
public class ComingInTests(MarketApp app)
{
    private static readonly RegionCode Village = RegionCode.Parse("64.02.15.1003");

    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_seller_registers_with_five_answers_and_is_seen_once_the_KIM_approves()
    {
        var kim = await _cast.Kim(village: Village);
        var chair = await Chair(kim);
        var seller = app.Visitor();
        var name = Name();
        await Register(seller, name, kim);

        Assert.StartsWith("/undangan/", seller.Path, StringComparison.Ordinal);
        await seller.Submit(
            "join-form", ("Input.Name", "Bu Contoh"), ("Input.Login", $"0813{Random.Shared.Next(10_000_000, 99_999_999)}"), ("Input.Password", "rahasia-panjang"));
        Assert.Equal(("/lapak/pesanan", ""), (seller.Path, seller.Text("refusal")));
        await seller.Visit("/lapak");
        Assert.Contains(name, seller.Text("stall"), StringComparison.Ordinal);
        var slug = await SlugOf(name);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/toko/{slug}")).Status);

        await seller.Visit($"/lapak/atur/{slug}");
        await seller.Submit(
            "settings-form", ("Input.PickupPlace", "Rumah produksi, RT 3"), ("Input.WhatsApp", "0812-3456-7890"), ("Input.Delivers", "true"), ("Input.DeliveryFee", "10.000"));
        Assert.Contains("Tersimpan", seller.Text("flash"), StringComparison.Ordinal);
        Assert.Equal("+6281234567890", seller.Find("[name='Input.WhatsApp']")!.GetAttribute("value"));

        var board = app.As(chair);
        await board.Visit("/kelola");
        Assert.Contains("1 usaha menunggu persetujuan", board.Text("week-item"), StringComparison.Ordinal);
        await board.Visit(board.Find("[data-test=week-item] a")!.GetAttribute("href")!);
        Assert.Equal($"/kelola/lapak/{slug}", board.Path);

        // who curates another KIM and only writes in this one decides nothing here (IsolationTests press the buttons all the same)
        var elsewhere = await Chair(await _cast.Kim());
        await _cast.Appoint(kim, elsewhere, GroupRole.Writer);
        var writer = await app.As(elsewhere).Visit($"/kelola/lapak/{slug}");
        Assert.Equal(HttpStatusCode.OK, writer.Status);
        Assert.Null(writer.Find("approve-stall"));

        await board.Submit("return-stall", ("Input.Note", "Tulis jam ambil."));
        await seller.Visit($"/lapak/atur/{slug}");
        Assert.Contains("Tulis jam ambil.", seller.Text("notice"), StringComparison.Ordinal);
        await seller.Submit("settings-form", ("Input.PickupHours", "08.00–16.00"));

        await board.Visit($"/kelola/lapak/{slug}");
        await board.Submit("approve-stall");
        Assert.Contains("Disetujui", board.Text("flash"), StringComparison.Ordinal);
        var buyer = await app.Visitor().Visit($"/toko/{slug}");
        Assert.Equal(HttpStatusCode.OK, buyer.Status);
        Assert.Contains("Rumah produksi, RT 3", buyer.Text("main"), StringComparison.Ordinal);

        await seller.Visit($"/lapak/atur/{slug}");
        await seller.Submit("close-shop");
        Assert.Contains("tutup", (await app.Visitor().Visit($"/toko/{slug}")).Text("notice"), StringComparison.OrdinalIgnoreCase);
        await seller.Submit("reopen-shop");
        Assert.Null((await app.Visitor().Visit($"/toko/{slug}")).Find("notice"));
    }

    [Fact]
    public async Task The_first_stalls_a_KIM_approves_open_it_and_from_then_on_people_buy()
    {
        var kim = await _cast.Verified(Name(), Village);
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
        var stalls = new[] { await _cast.Newcomer(kim: kim), await _cast.Newcomer(kim: kim) };
        var goods = await _cast.Goods(stalls[0]);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/kim/{slug}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Visit($"/p/{goods.Slug}")).Status);
        var board = app.As(await _cast.Curator(kim, GroupRole.Chair));
        Assert.NotNull((await board.Visit("/kelola")).Find("not-open-yet"));

        var presses = new List<(Browser Board, HttpRequestMessage Press)>();
        foreach (var stall in stalls)
        {
            var curator = await app.As(await _cast.Curator(kim)).Visit($"/kelola/lapak/{stall.Slug}");
            presses.Add((curator, curator.Filled("approve-stall")));
        }

        await Task.WhenAll(presses.Select(press => press.Board.Http.SendAsync(press.Press)));
        Assert.Equal([1L], await app.Db.QueryAsync(
            $"select count(*) from events.mt_events where stream_id = {kim.Value} and type = 'group_activated'", row => row.GetInt64(0), default));
        Assert.Equal([2L], await app.Db.QueryAsync($"select count(*) from businesses where group_id = {kim.Value} and status = 1", row => row.GetInt64(0), default));
        var visitor = await app.Visitor().Visit($"/kim/{slug}");
        Assert.NotNull(visitor.Find("product-card"));
        Assert.NotNull((await visitor.Visit($"/p/{goods.Slug}")).Find("add-form"));
        Assert.Null((await board.Visit("/kelola")).Find("not-open-yet"));
    }

    [Fact]
    public async Task The_same_form_sent_five_times_is_one_business_and_each_answer_leads_on()
    {
        var kim = await _cast.Kim(village: Village);
        var seller = app.Visitor();
        var name = Name();
        await seller.Visit("/lapak/daftar");
        var forms = Enumerable.Range(0, 5).Select(_ => seller.Filled(
            "shop-form", ("Input.Name", name), ("Input.Village", Village.Value), ("Input.Kim", kim.ToString()))).ToList();
        var answers = await Task.WhenAll(forms.Select(form => seller.Http.SendAsync(form)));

        Assert.All(answers, answer => Assert.StartsWith("/undangan/", answer.RequestMessage!.RequestUri!.PathAndQuery, StringComparison.Ordinal));
        Assert.Equal([1L], await app.Db.QueryAsync($"select count(*) from businesses where name = {name}", row => row.GetInt64(0), default));
    }

    [Fact]
    public async Task Somebody_signed_in_gets_a_second_shop_at_once_and_a_stranger_cannot_set_it()
    {
        var kim = await _cast.Kim(village: Village);
        var owner = app.As((await _cast.Stall(kim: kim)).Owner);
        var name = Name();
        await Register(owner, name, kim);
        Assert.Equal("/lapak", owner.Path);
        var slug = await SlugOf(name);
        Assert.Equal(HttpStatusCode.OK, (await owner.Visit($"/lapak/atur/{slug}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await app.As((await _cast.Stall()).Owner).Visit($"/lapak/atur/{slug}")).Status);
    }

    [Fact]
    public async Task Where_no_KIM_is_the_page_says_so()
    {
        var visitor = app.Visitor();
        await visitor.Visit("/lapak/daftar");
        await visitor.Submit("shop-form", ("Input.Name", Name()), ("Input.Village", "11.01.01.2001"));
        Assert.Contains("belum ada KIM", visitor.Text("refusal"), StringComparison.Ordinal);
        Assert.Equal("11.01.01.2001", visitor.Find("[name='Input.Village']")!.GetAttribute("value"));
    }

    private static string Name() => $"Dapur Baru {Guid.NewGuid().ToString("N")[..8]}";

    private static async Task Register(Browser seller, string name, Id<Group> kim)
    {
        await seller.Visit("/lapak/daftar");
        await seller.Submit("shop-form", ("Input.Name", name), ("Input.Village", Village.Value));
        if (seller.Find("curators") is not null)
        {
            await seller.Submit("shop-form", ("Input.Kim", kim.ToString()));
        }
    }

    private async Task<Id<Member>> Chair(Id<Group> kim)
    {
        var chair = Id<Member>.New();
        Assert.Null(await app.Marketplace.TellAsync(
            kim, (Group known) => known.Appoint(chair, GroupRole.Chair, app.Clock.GetUtcNow()), new Metadata(), TestContext.Current.CancellationToken));
        return chair;
    }

    private async Task<string> SlugOf(string name) =>
        (await app.Db.QueryAsync($"select slug from businesses where name = {name}", row => row.GetString(0), default)).Single();
}
