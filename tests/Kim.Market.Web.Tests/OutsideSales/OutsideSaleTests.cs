using System.Net;
using Kim.Market.Web.Features.Sales;
using Kim.Market.Web.Tests.Pictures;

namespace Kim.Market.Web.Tests.OutsideSales;

/// <summary>What a business sold elsewhere is said with a picture, looked at by the office, and never mixed with what was sold here.</summary>
public sealed class OutsideSaleTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;

    private string Page => $"/lapak/luar/{_goods.Stall.Slug}";

    private string LastMonth => ReportPeriod.Key(DateOnly.FromDateTime(_app.Clock.GetUtcNow().AddHours(8).DateTime).AddMonths(-1));

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task What_is_stated_stands_apart_at_the_office_until_it_is_refused()
    {
        var owner = _app.As(_goods.Stall.Owner);
        await State(owner, "1.250.000");
        await State(owner, "1.250.000"); // twice is once
        Assert.Single(owner.All("stated"));
        Assert.Contains("Rp1.250.000", owner.Text("stated"), StringComparison.Ordinal);
        var evidence = owner.Find("evidence")!.GetAttribute("href")!;

        await State(owner, "900.000");
        Assert.Contains("Tulis sebab diubah", owner.Page.Body!.TextContent, StringComparison.Ordinal);
        await State(owner, "1.400.000", "Satu nota terlewat");
        Assert.Contains("Rp1.400.000: Satu nota terlewat", owner.Text("stated"), StringComparison.Ordinal);
        Assert.NotEqual(evidence, evidence = owner.Find("evidence")!.GetAttribute("href")!);

        await new Bazaar(_app).Settle();
        var officer = _app.As(await _cast.Officer());
        await officer.Visit("/dinas/angka?kurun=semua");
        Assert.Equal("1400000", officer.Find("open-penjualan-luar")!.GetAttribute("data-value"));
        Assert.Equal("0", officer.Find("open-nilai")!.GetAttribute("data-value"));
        await officer.Visit(officer.Find("open-penjualan-luar")!.GetAttribute("href")!);
        Assert.Contains("Rp1.400.000", officer.Page.Body!.TextContent, StringComparison.Ordinal);

        // The picture is theirs alone whom it concerns.
        Assert.Equal(HttpStatusCode.OK, await StatusOf(officer, evidence));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(_app.As(await _cast.Officer("64.71")), evidence));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOf(_app.As((await _cast.Stall()).Owner), evidence));

        await officer.Visit("/dinas/penjualan-luar");
        await officer.Submit("refuse", ("Input.Reason", "Fotonya tidak terbaca"));
        Assert.Contains("ditolak dinas", officer.Text("stated"), StringComparison.Ordinal);
        await new Bazaar(_app).Settle();
        await officer.Visit("/dinas/angka?kurun=semua");
        Assert.Equal("0", officer.Find("open-penjualan-luar")!.GetAttribute("data-value"));
        await owner.Visit(Page);
        Assert.Contains("Fotonya tidak terbaca", owner.Text("stated"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_picture_nothing_is_taken_and_nothing_typed_is_lost()
    {
        var owner = _app.As(_goods.Stall.Owner);
        await owner.Visit(Page);
        await owner.Submit("outside-form", ("Input.Month", LastMonth), ("Input.Way", "Fair"), ("Input.Total", "75.000"));
        Assert.Contains("Pilih foto atau PDF", owner.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("75.000", owner.Page.QuerySelector("[name='Input.Total']")!.GetAttribute("value"));
        Assert.Empty(owner.All("stated"));
    }

    [Fact]
    public async Task What_is_taken_back_counts_no_more_and_can_be_stated_again()
    {
        var owner = _app.As(_goods.Stall.Owner);
        await State(owner, "500.000");
        await owner.Submit("withdraw", ("Input.Reason", "Salah bulan"));
        Assert.Contains("ditarik", owner.Text("stated"), StringComparison.Ordinal);
        await State(owner, "500.000", "Ternyata benar");
        Assert.Contains("dihitung", owner.Text("stated"), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusOf(Browser who, string address)
    {
        using var answer = await who.Http.GetAsync(address);
        return answer.StatusCode;
    }

    private async Task State(Browser owner, string total, string reason = "")
    {
        await owner.Visit(Page);
        await owner.Upload("outside-form", "Input.Evidence", Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 300, 400)),
            ("Input.Month", LastMonth), ("Input.Way", "Shop"), ("Input.Total", total), ("Input.Reason", reason));
    }
}
