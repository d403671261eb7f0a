using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Tests.Register;

/// <summary>A KIM that rests, or is made to: what buyers and sellers see of it, and how it comes back.</summary>
public class StandstillTests(MarketApp app)
{
    private readonly Cast _cast = new(app.Services);

    [Fact]
    public async Task A_suspended_KIM_is_out_of_sight_and_its_open_order_is_finished()
    {
        var kim = await _cast.Kim($"KIM Beku {Guid.NewGuid().ToString("N")[..6]}");
        var stall = await _cast.Stall(kim: kim);
        var goods = await _cast.Goods(stall);
        await app.BuyerOf(goods);
        var slug = await SlugOf(kim);
        var officer = app.As(await _cast.Officer());
        await officer.Visit($"/dinas/kim/{await SlugOf(kim)}");
        await officer.Submit("suspend", ("Input.Note", "Kepengurusan ganda."));
        Assert.Equal("Dibekukan", officer.Text("status"));

        var visitor = app.Visitor();
        await visitor.Visit($"/kim/{slug}");
        Assert.Contains("sedang dibekukan", visitor.Text("notice"), StringComparison.Ordinal);
        Assert.Null(visitor.Find("product-card"));
        await visitor.Visit($"/p/{goods.Slug}");
        Assert.Null(visitor.Find("add-to-cart"));

        var seller = app.As(stall.Owner);
        await seller.Visit("/lapak/pesanan");
        await seller.Submit("accept-order");
        Assert.Contains("Diterima", seller.Text("flash"), StringComparison.Ordinal);

        await officer.Visit($"/dinas/kim/{await SlugOf(kim)}");
        await officer.Submit("lift", ("Input.Note", "Musyawarah selesai."));
        Assert.Equal("Aktif", officer.Text("status"));
        await visitor.Visit($"/kim/{slug}");
        Assert.NotNull(visitor.Find("product-card"));
    }

    [Fact]
    public async Task A_KIM_rests_with_a_reason_and_its_chair_wakes_it()
    {
        var kim = await _cast.Kim($"KIM Rehat {Cast.Mark()}");
        var goods = await _cast.Goods(await _cast.Stall(kim: kim));
        var slug = await SlugOf(kim);
        var officer = await app.As(await _cast.Officer()).Visit($"/dinas/kim/{slug}");
        await officer.Upload("rest-form", "Input.Paper", "%PDF-1.7 surat"u8.ToArray(), ("Input.Rest", "BoardLeft"), ("Input.Note", "Musyawarah bulan depan."));
        Assert.Equal("Vakum", officer.Text("status"));
        using var paper = await app.As(await _cast.Curator(kim, GroupRole.Chair)).Alone().GetAsync(
            new Uri(officer.Find("evidence")!.GetAttribute("href")!, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, paper.StatusCode);

        var visitor = await app.Visitor().Visit($"/kim/{slug}");
        Assert.Contains("Pengurusnya berhenti. Musyawarah bulan depan.", visitor.Text("notice"), StringComparison.Ordinal);
        Assert.Null((await visitor.Visit($"/p/{goods.Slug}")).Find("add-form"));

        var writer = await app.As(await _cast.Curator(kim, GroupRole.Writer)).Visit("/kelola");
        Assert.Null(writer.Find("wake"));
        var chair = await app.As(await _cast.Curator(kim, GroupRole.Chair)).Visit("/kelola");
        await chair.Submit("wake");
        Assert.Contains("aktif kembali", chair.Text("flash"), StringComparison.Ordinal);
        Assert.NotNull((await visitor.Visit($"/p/{goods.Slug}")).Find("add-form"));
        await chair.Submit("rest", ("Input.Rest", "NoBudget"), ("Input.Note", "Telepon 0812 3456 7890"));
        Assert.Contains("Jangan tulis nomor telepon", chair.Text("refusal"), StringComparison.Ordinal);
        Assert.NotNull((await visitor.Visit($"/p/{goods.Slug}")).Find("add-form"));
    }

    private async Task<string> SlugOf(Id<Group> kim) =>
        (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();
}
