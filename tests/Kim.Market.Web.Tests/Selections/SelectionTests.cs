using System.Globalization;
using System.Net;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Tests.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Selections;

/// <summary>What an office chooses is shown with its reason while it lasts, stays readable after, and moves nothing in a list.</summary>
public sealed class SelectionTests : IAsyncLifetime
{
    private const string Because = "Dibuat sendiri di desa dan tahan dibawa sebulan.";

    private readonly MarketApp _app = new();
    private Cast _cast = null!;
    private Goods _amplang = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(_app.Clock.GetUtcNow().AddHours(8).DateTime);

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        var stall = await _cast.Stall();
        _amplang = await _cast.Goods(stall, "Amplang Pipih");
        foreach (var name in new[] { "Kerupuk Haruan", "Madu Kelulut", "Sambal Rimbang" })
        {
            await _cast.Goods(stall, name);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_officer_chooses_with_a_reason_and_everybody_reads_it_until_its_last_day()
    {
        var shelf = await ShelfAsync();
        var officer = await DraftAsync();
        var office = officer.Path;
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Visitor().Visit(Public(office))).Status); // nobody reads a draft
        await officer.Submit("open-form");
        Assert.Contains("Pilih produknya dulu", officer.Page.Body!.TextContent, StringComparison.Ordinal);

        await officer.Visit($"{office}?cari=pipih");
        Assert.Single(officer.All("candidate"));
        await officer.Submit("pick-form", ("Input.Note", "Paling sering dipesan."));
        Assert.Single(officer.All("pick"));
        await officer.Submit("open-form");
        Assert.Equal("berlangsung", officer.Text("state"));
        Assert.Null(officer.Find("pick-form"));

        foreach (var path in new[] { "/", "/desa/64.02.15.1004", "/wilayah/64.02", "/unggulan" })
        {
            var page = await _app.Visitor().Visit(path);
            Assert.Contains("Oleh-oleh Erau", page.Text("selection"), StringComparison.Ordinal);
            Assert.Contains(Because, page.Text("selection"), StringComparison.Ordinal);
        }

        Assert.Null((await _app.Visitor().Visit("/wilayah/64.71")).Find("selection"));
        var visitor = await _app.Visitor().Visit((await _app.Visitor().Visit("/")).Find("selection")!.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains(Because, visitor.Text("facts"), StringComparison.Ordinal);
        Assert.Contains("Amplang Pipih", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Paling sering dipesan.", visitor.Text("notes"), StringComparison.Ordinal);
        Assert.Equal(shelf, await ShelfAsync());

        await _app.Told();
        var owner = await _app.As(_amplang.Stall.Owner).Visit("/akun/kabar");
        Assert.Contains(owner.Texts("news"), said => said.StartsWith("Produk dipilih dinas: Oleh-oleh Erau", StringComparison.Ordinal));

        _app.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Null((await _app.Visitor().Visit("/")).Find("selection"));
        Assert.Null((await _app.Visitor().Visit("/desa/64.02.15.1004")).Find("selection"));
        await visitor.Visit(visitor.Path);
        Assert.Equal("selesai", visitor.Text("state"));
        Assert.Contains("Amplang Pipih", visitor.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_out_or_ended_says_why_and_stays_readable()
    {
        var officer = await DraftAsync();
        await officer.Visit($"{officer.Path}?cari=pipih");
        await officer.Submit("pick-form");
        await officer.Submit("open-form");

        await officer.Submit("drop-form");
        Assert.Contains("Tulis alasannya", officer.Page.Body!.TextContent, StringComparison.Ordinal);
        await officer.Submit("drop-form", ("Input.Reason", "Izinnya dicabut"));
        var visitor = await _app.Visitor().Visit(Public(officer.Path));
        Assert.Contains("Amplang Pipih", visitor.Text("dropped"), StringComparison.Ordinal);
        Assert.Contains("Izinnya dicabut", visitor.Text("dropped"), StringComparison.Ordinal);
        await _app.Told();
        Assert.Contains((await _app.As(_amplang.Stall.Owner).Visit("/akun/kabar")).Texts("news"), said => said.StartsWith("Produk dikeluarkan", StringComparison.Ordinal));

        await officer.Submit("end-form", ("Input.Reason", "Acaranya batal"));
        await visitor.Visit(visitor.Path);
        Assert.Equal("diakhiri", visitor.Text("state"));
        Assert.Contains("Acaranya batal", visitor.Text("facts"), StringComparison.Ordinal);
        Assert.Null((await _app.Visitor().Visit("/")).Find("selection"));
        Assert.Contains("diakhiri", (await _app.Visitor().Visit("/unggulan")).Text("selection"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sold_no_more_is_named_and_no_card()
    {
        var id = await _cast.Selection(RegionCode.Parse("64.02"), _amplang.Id);
        await _cast.Withdraw(_amplang);

        var visitor = await _app.Visitor().Visit($"/unggulan/{id}");
        Assert.Contains("Amplang Pipih", visitor.Text("gone"), StringComparison.Ordinal);
        Assert.Null(visitor.Find("product-card"));
    }

    [Fact]
    public async Task Pressed_ten_times_at_once_it_is_chosen_once_and_only_from_the_own_region()
    {
        var officer = await DraftAsync();
        var office = officer.Path;
        await officer.Visit($"{office}?cari=pipih");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await officer.Http.SendAsync(officer.Filled("pick-form"), Ct)).Dispose()));
        await officer.Visit(office);
        Assert.Single(officer.All("pick"));

        var far = await _cast.Goods(await _cast.Stall(village: RegionCode.Parse("64.71.01.1001")), "Amplang Kota");
        await officer.Visit($"{office}?cari=Amplang Kota");
        Assert.Empty(officer.All("candidate"));
        await officer.Visit($"{office}?cari=madu");
        await officer.Submit("pick-form", ("Input.Product", far.Id.ToString()));
        Assert.DoesNotContain(officer.Texts("pick"), pick => pick.Contains("Amplang Kota", StringComparison.Ordinal));

        var other = _app.As(await _cast.Officer("64.71"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(office)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Visit(office.Replace("unggulan/", "unggulan/tulis/", StringComparison.Ordinal))).Status);
    }

    private static string Public(string office) => office[office.IndexOf("/unggulan", StringComparison.Ordinal)..].Split('?')[0];

    private async Task<Browser> DraftAsync()
    {
        var officer = await _app.As(await _cast.Officer()).Visit("/dinas/unggulan/tulis");
        await officer.Submit(
            "selection-form", ("Input.Title", "Oleh-oleh Erau"), ("Input.Criterion", Because), ("Input.From", Iso(Today)), ("Input.Until", Iso(Today.AddDays(29))));
        Assert.Equal("rancangan", officer.Text("state"));
        return officer;
    }

    // As the database answers it, whatever pages are kept: all goods, a category, a search. The last two follow behind the events.
    private async Task<IReadOnlyList<string>> ShelfAsync()
    {
        await _app.CaughtUp();
        var cards = _app.Services.GetRequiredService<ProductCards>();
        var (all, shelves) = await cards.BrowseAsync("", null, Ct);
        var (some, _) = await cards.BrowseAsync(shelves[0].Category.Split('/')[0], null, Ct);
        var found = await _app.Visitor().Visit($"/cari?q=amplang&sebagai={Guid.NewGuid():N}");
        Assert.True(all.Count > 3 && some.Count > 3 && found.All("product-card").Count > 0);
        return [.. all.Concat(some).Select(card => card.Name), .. found.All("product-card").Select(card => card.QuerySelector("h2, h3")!.TextContent.Trim())];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
