using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Kim.Market.Web.Tests.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Certificates;

/// <summary>A badge has a number, an issuer, a paper, somebody who compared them and a last day, or it is none. The clock is this test's own.</summary>
public sealed class BadgeTests : IAsyncLifetime
{
    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _goods = null!;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_paper_becomes_a_badge_that_opens_and_ends_by_itself()
    {
        var owner = _app.As(_goods.Stall.Owner);
        var shop = $"/lapak/sertifikat/{_goods.Stall.Slug}";
        await owner.Visit(shop);
        await State(owner, "ID64110000123456789", days: 40);
        Assert.Contains("menunggu dinas", owner.Text("certificate"), StringComparison.Ordinal);

        // the seller's word alone is no halal
        var buyer = _app.Visitor();
        await buyer.Visit($"/p/{_goods.Slug}");
        Assert.Null(buyer.Find("badge"));
        await buyer.Visit($"/toko/{_goods.Stall.Slug}");
        Assert.Null(buyer.Find("badge"));

        var officer = _app.As(await _cast.Officer());
        await officer.Visit("/dinas");
        Assert.Contains("1 sertifikat menunggu dicocokkan", officer.Text("notice"), StringComparison.Ordinal);
        await officer.Visit("/dinas/sertifikat");
        Assert.Contains("ID64110000123456789", officer.Text("certificate"), StringComparison.Ordinal);
        await officer.Submit("verify");
        Assert.Null(officer.Find("certificate"));

        await buyer.Visit($"/p/{_goods.Slug}");
        var badge = buyer.Text("badge");
        Assert.StartsWith("Halal", badge, StringComparison.Ordinal);
        Assert.Contains("ID64110000123456789", badge, StringComparison.Ordinal);
        Assert.Contains("BPJPH", badge, StringComparison.Ordinal);
        Assert.Contains("dinas Kabupaten Kutai Kartanegara", badge, StringComparison.Ordinal);
        Assert.Contains("Berlaku sampai", badge, StringComparison.Ordinal);
        Assert.Empty(buyer.All("badge").SelectMany(found => found.QuerySelectorAll("img, [href^='/berkas']")));
        await buyer.Visit(buyer.Find("[data-test=badge] a")!.GetAttribute("href")!);
        Assert.Contains("Dicocokkan dengan dokumennya oleh dinas", buyer.Page.Body!.TextContent, StringComparison.Ordinal);

        await new Bazaar(_app).Settle();
        await buyer.Visit("/cari?q=amplang");
        Assert.Equal("Bersertifikat halal (1)", buyer.Text("halal-chip"));
        await buyer.Visit(buyer.Find("halal-chip")!.GetAttribute("href")!);
        Assert.Single(buyer.All("[data-test=product-card]"));

        await owner.Visit("/lapak");
        Assert.DoesNotContain("habis", owner.Text("notice"), StringComparison.Ordinal);
        _app.Clock.Advance(TimeSpan.FromDays(11));
        owner = _app.As(_goods.Stall.Owner);
        await owner.Visit("/lapak");
        Assert.Contains("habis 29 hari lagi", owner.Text("notice"), StringComparison.Ordinal);
        await buyer.Visit($"/p/{_goods.Slug}");
        Assert.NotNull(buyer.Find("badge"));

        // on its last day it holds; on the next it is gone, without anybody doing anything and in spite of the kept page
        _app.Clock.Advance(TimeSpan.FromDays(30));
        await buyer.Visit($"/p/{_goods.Slug}");
        Assert.Null(buyer.Find("badge"));
        await buyer.Visit("/cari?q=amplang");
        Assert.Null(buyer.Find("halal-chip"));
        await buyer.Visit($"/toko/{_goods.Stall.Slug}");
        Assert.Contains("habis", buyer.Text("over"), StringComparison.Ordinal);
        Assert.Empty(await _app.Services.GetRequiredService<Rebuild>().VerifyAsync("certificates", null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_kept_page_does_not_outlive_its_badge()
    {
        var owner = _app.As(_goods.Stall.Owner);
        await owner.Visit($"/lapak/sertifikat/{_goods.Stall.Slug}");
        await State(owner, "ID64110000123456789", days: 0);
        var officer = _app.As(await _cast.Officer());
        await officer.Visit("/dinas/sertifikat");
        await officer.Submit("verify");

        // Kutai Kartanegara is eight hours ahead: two minutes before its midnight
        var now = _app.Clock.GetUtcNow();
        var midnight = new DateTimeOffset(DateOnly.FromDateTime(now.AddHours(8).UtcDateTime).AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
        _app.Clock.Advance(midnight - now - TimeSpan.FromMinutes(2));
        var buyer = _app.Visitor();
        var kept = _app.Services.GetRequiredService<PageCache>();
        do
        {
            // what the verification changed is dropped once more a moment later
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await buyer.Visit($"/p/{_goods.Slug}");
            Assert.NotNull(buyer.Find("badge"));
        }
        while (kept.Count == 0);

        _app.Clock.Advance(TimeSpan.FromMinutes(2));
        await buyer.Visit($"/p/{_goods.Slug}");
        Assert.Null(buyer.Find("badge"));
    }

    private async Task State(Browser owner, string number, int days)
    {
        await owner.Upload("certificate-form", "Input.Paper", Sample.TakenBySomebodySomewhere(await Sample.OfAsync("jpg", 300, 400)), Answers(number, days));
        Assert.NotNull(owner.Find("certificate"));
    }

    private (string, string)[] Answers(string number, int days) =>
    [
        ("Input.Kind", "Halal"), ("Input.Number", number), ("Input.Issuer", "BPJPH"),
        ("Input.ValidUntil", PastDay.Of(DateOnly.FromDateTime(_app.Clock.GetUtcNow().AddHours(8).UtcDateTime).AddDays(days))),
    ];
}
