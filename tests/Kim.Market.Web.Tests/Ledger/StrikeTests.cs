using System.Net;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Figures;
using Kim.Market.Web.Format;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Ledger;

/// <summary>A market of its own: taking an order out changes every figure.</summary>
public sealed class StruckMarket : IAsyncLifetime
{
    public MarketApp App { get; } = new();

    public Id<Order> Order { get; } = Id<Order>.New();

    public DateTimeOffset CompletedAt { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        var bazaar = new Bazaar(App);
        var booth = await bazaar.Booth("64.02.15.1004");
        await bazaar.Goods(booth, "Amplang Coret");
        CompletedAt = App.Clock.GetUtcNow().AddDays(-10);
        var by = new Metadata(At: CompletedAt);
        Assert.Null(await App.Marketplace.BeginAsync(
            Order, Domain.Orders.Order.Place(
                Order, OrderNumber.Of(Order, CompletedAt), Id<Checkout>.New(), Id<Buyer>.New(), booth.Business, booth.Kim, Cast.Village,
                [new OrderLine(Id<Product>.New(), "Amplang Coret", "bungkus", 2, new(20_000))], Handover.Pickup, null, CompletedAt), by, default));
        foreach (var step in new Func<Order, Decision<OrderEvent>>[] { order => order.Accept(CompletedAt), order => order.MakeReady(CompletedAt), order => order.HandOver(CompletedAt) })
        {
            Assert.Null(await App.Marketplace.TellAsync(Order, step, by, default));
        }

        await bazaar.Settle();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

public class StrikeTests(StruckMarket market) : IClassFixture<StruckMarket>
{
    [Fact]
    public async Task An_officer_takes_an_order_out_and_the_past_can_still_be_read()
    {
        var officer = market.App.As(await new Cast(market.App.Services).Officer());
        var proof = $"/dinas/bukti/{market.Order}/5";
        var then = PastDay.Of(DateFormat.DayIn(market.CompletedAt, Zone.Wita).AddDays(1));
        await officer.Visit($"/dinas/angka/pesanan-selesai?kurun=semua");
        Assert.Equal(proof, officer.Find("[data-test=tile-rows] a")!.GetAttribute("href"));

        Assert.Equal("1", await Total(officer, "kurun=semua"));
        await officer.Visit(proof);
        await officer.Submit("verdict-form", ("Input.Reason", "Trial"), ("Input.Note", ""));
        Assert.Contains("Tulis apa yang dinas temukan", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("verdict-form", ("Input.Reason", "Trial"), ("Input.Note", "Penjual mencoba situsnya sendiri."));
        await new Bazaar(market.App).Settle();

        Assert.NotNull((await officer.Visit(proof)).Find("struck"));
        Assert.Equal("0", await Total(officer, "kurun=semua"));
        Assert.Equal("0", await Total(officer, $"kurun=semua&per={then}"));
        Assert.Equal("1", await Total(officer, $"kurun=semua&per={then}&sudut=saat-itu"));
        Assert.Contains("Berkurang: pesanan selesai", (await officer.Visit($"/dinas/koreksi?per={then}")).Text("correction"), StringComparison.Ordinal);
        Assert.Equal("0", (await market.App.Visitor().Visit("/hasil/pesanan-selesai")).Find("tile-total")!.GetAttribute("data-value"));

        Assert.Contains("Penjual mencoba situsnya sendiri.", (await market.App.Visitor().Visit($"/hasil/bukti/{market.Order}/5")).Text("struck"), StringComparison.Ordinal);

        await officer.Visit(proof);
        await officer.Submit("verdict-form", ("Input.Note", "Ternyata pembelinya sungguhan."));
        await new Bazaar(market.App).Settle();

        Assert.Equal("1", await Total(officer, $"kurun=semua&per={then}"));
        Assert.Null((await market.App.Visitor().Visit($"/hasil/bukti/{market.Order}/5")).Find("struck"));
        Assert.Equal("1", (await market.App.Visitor().Visit("/hasil/pesanan-selesai")).Find("tile-total")!.GetAttribute("data-value"));
    }

    [Fact]
    public async Task Who_only_reads_or_works_elsewhere_decides_nothing()
    {
        var cast = new Cast(market.App.Services);
        var reader = await cast.Officer(role: OfficeRole.Auditor);
        var auditor = await market.App.As(reader).Visit($"/dinas/bukti/{market.Order}/5");
        var elsewhere = market.App.As(await cast.Officer("64.08"));

        Assert.Equal(HttpStatusCode.OK, auditor.Status);
        Assert.Null(auditor.Find("verdict-form"));
        var proof = await market.App.Services.GetRequiredService<FigureProofs>().FindAsync(new(reader), market.Order.Value, 5, TestContext.Current.CancellationToken);
        Assert.Null(proof!.Row.Office); // without which nothing is decided
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.Visit($"/dinas/bukti/{market.Order}/5")).Status);
    }

    // The desk may have counted before: it must not tell what was.
    private static async Task<string?> Total(Browser officer, string question)
    {
        var tile = (await officer.Visit($"/dinas/angka?{question}")).Find("open-pesanan-selesai")!.GetAttribute("data-value");
        var rows = (await officer.Visit($"/dinas/angka/pesanan-selesai?{question}")).Find("tile-total")!.GetAttribute("data-value");
        Assert.Equal(rows, tile);
        return rows;
    }
}
