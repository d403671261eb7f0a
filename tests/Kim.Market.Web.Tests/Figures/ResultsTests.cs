using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Figures;

/// <summary>A market of its own, so that nothing is counted but what this class made.</summary>
public sealed class CountedMarket : IAsyncLifetime
{
    public const int Orders = 57;

    public MarketApp App { get; } = new();

    /// <summary>What all completed orders come to.</summary>
    public long Value { get; private set; }

    public Id<Order> Expired { get; } = Id<Order>.New();

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        var bazaar = new Bazaar(App);
        var booth = await bazaar.Booth("64.02.15.1004", kim: "KIM Hitung, Contoh", business: "=Dapur \"Hitung\"");
        await bazaar.Goods(booth, "Amplang Hitung");
        await bazaar.Rest(await bazaar.Booth("64.02.15.1002"));
        for (var i = 0; i < Orders - 1; i++)
        {
            await Complete(booth, price: 1_000 + i, minutesAgo: i);
        }

        await Quoted(booth, price: 4_000, fee: 30_000, isAgreed: true);
        await Quoted(booth, price: 6_000, fee: 30_000, isAgreed: false);
        await Place(Expired, booth, price: 5_000, App.Clock.GetUtcNow().AddDays(-2));
        await Tell(Expired, order => order.Expire(App.Clock.GetUtcNow()));
        await bazaar.Settle();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task Complete(Booth booth, long price, int minutesAgo)
    {
        var (id, at) = (Id<Order>.New(), App.Clock.GetUtcNow().AddMinutes(-minutesAgo));
        await Place(id, booth, price, at, fee: minutesAgo % 2 == 0 ? null : 7_000);
        await Tell(id, order => order.Accept(at));
        await Tell(id, order => order.MakeReady(at));
        await Tell(id, order => order.HandOver(at));
        Value += price;
    }

    /// <summary>Delivery that cost a great deal, or that nobody agreed to: neither changes what the goods were worth.</summary>
    private async Task Quoted(Booth booth, long price, long fee, bool isAgreed)
    {
        var (id, at) = (Id<Order>.New(), App.Clock.GetUtcNow().AddDays(-3));
        await Place(id, booth, price, at, awaitsQuote: true);
        await Tell(id, order => order.QuoteDelivery(new(fee), "", at));
        if (!isAgreed)
        {
            await Tell(id, order => order.Expire(App.Clock.GetUtcNow()));
            return;
        }

        await Tell(id, order => order.AgreeToQuote(at));
        await Tell(id, order => order.MakeReady(at));
        await Tell(id, order => order.HandOver(at));
        Value += price;
    }

    private async Task Place(Id<Order> id, Booth booth, long price, DateTimeOffset at, long? fee = null, bool awaitsQuote = false) => Assert.Null(await App.Marketplace.BeginAsync(
        id, Order.Place(
            id, OrderNumber.Of(id, at), Id<Checkout>.New(), Id<Buyer>.New(), booth.Business, booth.Kim, Cast.Village,
            [new OrderLine(Id<Product>.New(), "Amplang Hitung", "bungkus", 1, new(price))],
            fee is null && !awaitsQuote ? Handover.Pickup : Handover.Delivery, fee is { } known ? new Rupiah(known) : null, at, awaitsQuote: awaitsQuote),
        new Metadata(), default));

    private async Task Tell(Id<Order> id, Func<Order, Decision<OrderEvent>> decide) =>
        Assert.Null(await App.Marketplace.TellAsync(id, decide, new Metadata(), default));
}

public class ResultsTests(CountedMarket market) : IClassFixture<CountedMarket>
{
    [Fact]
    public async Task Four_figures_stand_on_the_page_and_each_opens()
    {
        var page = await market.App.Visitor().Visit("/hasil");

        Assert.Equal(
            ["KIM aktif", "UMKM aktif", "Pesanan selesai", "Nilai pesanan selesai"], page.Texts("[data-test=result-tile] h3"));
        Assert.Equal(
            ["1", "1", $"{CountedMarket.Orders}", RupiahFormat.Full(market.Value)], page.Texts("[data-test=result-tile] .value"));
        Assert.Equal(
            ["/hasil/kim-aktif", "/hasil/umkm-aktif", "/hasil/pesanan-selesai", "/hasil/nilai"],
            page.All("[data-test=result-tile] a").Select(link => link.GetAttribute("href")));
    }

    [Theory]
    [InlineData("kim-aktif", 0)]
    [InlineData("umkm-aktif", 1)]
    [InlineData("pesanan-selesai", 2)]
    [InlineData("nilai", 3)]
    public async Task A_figure_is_exactly_its_rows(string figure, int tile)
    {
        var visitor = await market.App.Visitor().Visit("/hasil");
        var shown = visitor.All("[data-test=result-tile] .value")[tile].GetAttribute("data-value");

        await visitor.Visit($"/hasil/{figure}");
        var total = visitor.Find("tile-total")!.GetAttribute("data-value");
        var (rows, value) = Sum(visitor);
        while (visitor.Find("a[rel=next]")?.GetAttribute("href") is { } next)
        {
            await visitor.Visit(next);
            var (more, worth) = Sum(visitor);
            (rows, value) = (rows + more, value + worth);
        }

        Assert.Equal(shown, total);
        Assert.Equal(total, (figure == "nilai" ? value : rows).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_file_holds_every_row_and_proves_itself()
    {
        using var http = market.App.Server.CreateClient();

        using var answer = await http.GetAsync("/hasil/nilai?format=csv", TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var lines = System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nomor_pesanan,umkm,wilayah,kode_wilayah,waktu,nilai_rupiah,bukti", lines[0]);
        Assert.Equal(CountedMarket.Orders, lines.Length - 1);
        Assert.Equal($"{market.Value}", answer.Headers.GetValues("X-Total").Single());
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes)), answer.Headers.GetValues("X-Fingerprint").Single());
        Assert.Equal(market.Value, lines.Skip(1).Sum(line => long.Parse(line.Split(',')[^2], CultureInfo.InvariantCulture)));
        Assert.Contains("\"'=Dapur \"\"Hitung\"\"\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_leads_to_the_events_behind_it()
    {
        var visitor = await market.App.Visitor().Visit("/hasil/pesanan-selesai");
        var number = visitor.All("[data-test=tile-rows] th")[0].FirstChild!.TextContent.Trim();

        await visitor.Visit(visitor.All("[data-test=tile-rows] a")[0].GetAttribute("href")!);

        Assert.Equal($"Pesanan selesai: {number}", visitor.Text("h1"));
        Assert.Equal(["1", "2", "3", "4", "5"], visitor.Texts("[data-test=events] td.num"));
        Assert.Equal("Amplang Hitung", visitor.Text("[data-test=order-lines] tbody th"));
        Assert.Equal(["1 × Rp1.000", "Rp1.000"], visitor.Texts("[data-test=order-lines] td"));
    }

    [Theory]
    [InlineData("kim-aktif", "KIM mulai aktif: KIM Hitung, Contoh")]
    [InlineData("umkm-aktif", "Produk tayang di lapak: Amplang Hitung")]
    public async Task Groups_and_businesses_have_evidence_too(string figure, string heading)
    {
        var visitor = await market.App.Visitor().Visit($"/hasil/{figure}");

        await visitor.Visit(visitor.Find("[data-test=tile-rows] a")!.GetAttribute("href")!);

        Assert.Equal(heading, visitor.Text("h1"));
    }

    [Fact]
    public async Task What_no_figure_counts_cannot_be_opened()
    {
        var expired = await market.App.Visitor().Visit($"/hasil/bukti/{market.Expired}/2");
        var halfway = await Halfway();

        Assert.Equal(HttpStatusCode.NotFound, expired.Status);
        Assert.Equal(HttpStatusCode.NotFound, halfway.Status);
    }

    [Fact]
    public async Task What_is_not_good_yet_is_counted_as_well()
    {
        var page = await market.App.Visitor().Visit("/hasil");

        Assert.Equal(["1,7%", "1"], page.Texts("[data-test=honest] dt"));
        Assert.Equal(
            [
                $"pesanan dalam 12 bulan terakhir tidak dijawab penjual sampai batas waktunya (1 dari {CountedMarket.Orders + 2}).",
                "dari 2 KIM yang pernah aktif sekarang vakum.",
            ],
            page.Texts("[data-test=honest] dd"));
    }

    [Fact]
    public async Task The_trend_can_be_read_as_a_table()
    {
        var page = await market.App.Visitor().Visit("/hasil");

        Assert.Equal(12, page.All("[data-test=trend-table] tbody tr").Count);
        Assert.Equal(CountedMarket.Orders, page.Texts("[data-test=trend-table] td").Sum(text => int.Parse(text, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("/hasil/pesanan")]
    [InlineData("/hasil/bukti/abc/1")]
    [InlineData("/hasil/bukti/0192f0c4-0000-7000-8000-00000000002a/1")]
    public async Task An_unknown_figure_or_proof_is_a_page_that_helps_on(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await market.App.Visitor().Visit(address)).Status);

    [Fact]
    public async Task An_odd_cursor_begins_with_the_newest()
    {
        var visitor = await market.App.Visitor().Visit("/hasil/nilai?sesudah=bukan-kunci");

        Assert.Equal(50, visitor.All("[data-test=tile-rows] tr").Count);
    }

    private static (long Rows, long Value) Sum(Browser page) => (
        page.All("[data-test=tile-rows] tr").Count,
        page.All("[data-test=tile-rows] td[data-value]").Sum(cell => long.Parse(cell.GetAttribute("data-value")!, CultureInfo.InvariantCulture)));

    private async Task<Browser> Halfway()
    {
        var visitor = await market.App.Visitor().Visit("/hasil/pesanan-selesai");
        var proof = visitor.Find("[data-test=tile-rows] a")!.GetAttribute("href")!;
        return await visitor.Visit(proof[..(proof.LastIndexOf('/') + 1)] + "3");
    }
}
