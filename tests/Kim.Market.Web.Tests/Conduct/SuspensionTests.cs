using System.Net;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Tests.Notices;

namespace Kim.Market.Web.Tests.Conduct;

/// <summary>A stall goes out of sight with a reason its owner reads, objects to and gets an answer on; what buyers ordered goes on.</summary>
public sealed class SuspensionTests : IAsyncLifetime
{
    private const string Why = "Tiga pembeli tidak menerima pesanannya.";
    private const string Because = "Pesanan tertahan banjir, semuanya sudah dikirim.";

    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall("Dapur Hulu Contoh"), "Amplang Hulu");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_KIM_suspends_the_owner_objects_and_the_office_lifts_it()
    {
        var curator = _app.As(await _cast.Curator(_goods.Stall.Kim));
        await curator.Visit($"/kelola/lapak/{_goods.Stall.Slug}");
        Assert.Equal($"/kelola/lapak/{_goods.Stall.Slug}/pembekuan", curator.Find("conduct-link")!.GetAttribute("href"));
        await curator.Visit($"/kelola/lapak/{_goods.Stall.Slug}/pembekuan");
        await curator.Submit("suspend-form", ("Input.Reason", "OrdersNotKept"), ("Input.Note", "Hubungi 0812 3456 7890"));
        Assert.Contains("nomor", curator.Text("main"), StringComparison.Ordinal);
        Assert.Null(curator.Find("thread"));
        await curator.Submit("suspend-form", ("Input.Reason", "OrdersNotKept"), ("Input.Note", Why));
        Assert.Equal("dibekukan", curator.Text("state"));

        Assert.Contains("Lapak ini sedang dibekukan", (await Stall()).Text("main"), StringComparison.Ordinal);
        await ActiveAsync(0);

        await _app.Told();
        var owner = await _app.As(_goods.Stall.Owner).Visit("/akun/kabar");
        Assert.Contains("Lapak Dapur Hulu Contoh dibekukan", owner.Texts("news")[0], StringComparison.Ordinal);
        await owner.Submit("open-news");
        Assert.Equal("Pesanan tidak dipenuhi", owner.Text("reason"));
        Assert.Contains(Why, owner.Text("thread"), StringComparison.Ordinal);
        await owner.Submit("appeal-form", ("Input.Note", Because));
        Assert.Contains("menunggu jawaban", owner.Text("waits"), StringComparison.Ordinal);
        Assert.Null(owner.Find("appeal-form"));

        var officer = await _app.As(await _cast.Officer()).Visit("/dinas");
        Assert.Contains("1 pemilik lapak menunggu jawaban", officer.Text("week"), StringComparison.Ordinal);
        await officer.Visit("/dinas/lapak");
        Assert.Contains("ada keberatan", Assert.Single(officer.Texts("stall")), StringComparison.Ordinal);
        await officer.Visit($"/dinas/lapak/{_goods.Stall.Id}");
        Assert.Contains(Because, officer.Text("thread"), StringComparison.Ordinal);
        await officer.Submit("reject", ("Input.Note", "Dua pembeli belum menerima."));
        Assert.Equal("dibekukan", officer.Text("state"));
        Assert.Null(officer.Find("reject"));

        await owner.Visit(owner.Path);
        Assert.Contains("Dua pembeli belum menerima.", owner.Text("thread"), StringComparison.Ordinal);
        await owner.Submit("appeal-form", ("Input.Note", "Keduanya sudah menerima."));
        await officer.Visit(officer.Path);
        await officer.Submit("lift", ("Input.Note", "Semua sudah diterima."));
        Assert.Equal("tidak dibekukan lagi", officer.Text("state"));
        Assert.Equal(5, officer.All("line").Count);

        var open = await Stall();
        Assert.DoesNotContain("dibekukan", open.Text("main"), StringComparison.Ordinal);
        Assert.Contains("Amplang Hulu", open.Text("main"), StringComparison.Ordinal);
        await ActiveAsync(1);
    }

    [Fact]
    public async Task Out_of_sight_nothing_is_found_or_ordered_and_what_was_ordered_goes_on()
    {
        await _cast.Goods(await _cast.Stall("Dapur Hilir Contoh", _goods.Stall.Kim), "Amplang Hilir");
        await _app.BuyerOf(_goods);
        await _app.CaughtUp();
        Assert.Contains("Amplang Hulu", (await _app.Visitor().Visit("/cari?q=amplang+hulu")).Text("main"), StringComparison.Ordinal);
        var curator = await _app.As(await _cast.Curator(_goods.Stall.Kim)).Visit($"/kelola/lapak/{_goods.Stall.Slug}/pembekuan");
        await curator.Submit("suspend-form", ("Input.Reason", "ForbiddenGoods"), ("Input.Note", "Dijual tanpa izin edar."));
        await _app.CaughtUp();

        foreach (var path in new[] { "/cari?q=amplang+dapur", "/produk", "/desa/64.02.15.1004" })
        {
            var page = await _app.Visitor().Visit(path);
            Assert.DoesNotContain("Amplang Hulu", page.Page.Body!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Dapur Hulu", page.Page.Body!.TextContent, StringComparison.Ordinal);
        }

        var stall = await Stall();
        Assert.DoesNotContain("Amplang Hulu", stall.Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("izin edar", stall.Page.Body!.TextContent, StringComparison.Ordinal); // why is said to those it concerns
        Assert.Null((await _app.Visitor().Visit($"/p/{_goods.Slug}")).Find("add-to-cart"));

        var inbox = await _app.Inbox(_goods.Stall.Owner);
        await inbox.Submit("accept-order");
        await inbox.Visit("/lapak/pesanan?status=diproses");
        Assert.Single(inbox.All("inbox-order"));
        var seller = await _app.As(_goods.Stall.Owner).Visit("/lapak");
        Assert.Contains("Lapak ini dibekukan", seller.Text("main"), StringComparison.Ordinal);
        var settings = await _app.As(_goods.Stall.Owner).Visit($"/lapak/atur/{_goods.Stall.Slug}");
        Assert.Null(settings.Find("reopen-shop"));
    }

    [Fact]
    public async Task What_an_office_did_a_KIM_does_not_lift_and_who_has_nothing_to_do_with_it_finds_nothing()
    {
        var officer = await _app.As(await _cast.Officer()).Visit("/dinas/lapak?cari=hulu");
        Assert.Contains("Dapur Hulu Contoh", Assert.Single(officer.Texts("found")), StringComparison.Ordinal);
        await officer.Visit($"/dinas/lapak/{_goods.Stall.Id}");
        await officer.Submit("suspend-form", ("Input.Reason", "Misleading"), ("Input.Note", "Harga coret tidak pernah berlaku."));
        Assert.Equal("dibekukan", officer.Text("state"));

        var curator = await _app.As(await _cast.Curator(_goods.Stall.Kim)).Visit($"/kelola/lapak/{_goods.Stall.Slug}/pembekuan");
        Assert.Contains("dinas yang mencabutnya", curator.Text("of-office"), StringComparison.Ordinal);
        Assert.Null(curator.Find("lift-form"));

        var staff = await _cast.Curator(await _cast.Kim("KIM Lain Contoh"));
        await _cast.Employ(_goods.Stall.Id, staff, BusinessRole.Staff);
        var helper = await _app.As(staff).Visit($"/lapak/pembekuan/{_goods.Stall.Slug}");
        Assert.Contains("Harga coret", helper.Text("thread"), StringComparison.Ordinal);
        Assert.Null(helper.Find("appeal-form"));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.As(staff).Visit($"/kelola/lapak/{_goods.Stall.Slug}/pembekuan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.As(await _cast.Officer("64.71")).Visit($"/dinas/lapak/{_goods.Stall.Id}")).Status);
        var auditor = await _app.As(await _cast.Officer(role: Domain.Offices.OfficeRole.Auditor)).Visit($"/dinas/lapak/{_goods.Stall.Id}");
        Assert.Contains("Harga coret", auditor.Text("thread"), StringComparison.Ordinal);
        Assert.Null(auditor.Find("answer-form"));
    }

    private Task<Browser> Stall() => _app.Visitor().Visit($"/toko/{_goods.Stall.Slug}");

    // The figure follows behind the events.
    private async Task ActiveAsync(int expected)
    {
        var said = "";
        for (var patience = 0; patience < 100 && said != $"{expected}"; patience++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            said = (await _app.Visitor().Visit("/hasil/umkm-aktif")).Find("tile-total")?.GetAttribute("data-value") ?? "";
        }

        Assert.Equal($"{expected}", said);
    }
}
