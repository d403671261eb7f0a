using System.Net;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Demand;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Demand;

/// <summary>A8: what many look for and nobody sells is told to those who can do something about it; what few look for is nowhere.</summary>
public sealed class DemandTests : IAsyncLifetime
{
    private const string Here = "64.02.12.2002";

    private readonly MarketApp _app = new();
    private Bazaar _bazaar = null!;
    private Booth _booth = null!;
    private HttpClient _http = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _bazaar = new(_app);
        _booth = await _bazaar.Booth(Here, business: "Dapur Pencari");
        await _bazaar.Goods(_booth, "Amplang Udang");
        await _bazaar.Settle();
        _http = _app.CreateDefaultClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Five_hundred_searches_of_eighty_visitors_tell_what_many_want_and_nothing_else()
    {
        var wanted = new[] { "madu kelulut", "sapu lidi", "keranjang rotan" };
        var few = new[] { "obat rahasia kudis", "kaus budi santosa" };
        var personal = new[] { "0812-7654-3210", "6402154507850001", "wati.wulan@contoh.example" };
        var asked = 0;
        for (var visitor = 0; visitor < 80; visitor++)
        {
            foreach (var term in wanted)
            {
                await Search(term, visitor, from: visitor % 2 == 0 ? $"/desa/{Here}" : "/");
                await Search("amplang", visitor, from: "/");
                asked += 2;
            }
        }

        foreach (var term in few.Concat(personal))
        {
            for (var visitor = 0; visitor < 4; visitor++)
            {
                await Search(term, visitor, from: $"/desa/{Here}");
                await Search(term, visitor, from: $"/desa/{Here}"); // and once more: the same visitor
                asked += 2;
            }
        }

        Assert.InRange(asked, 500, 600);
        await Log.WriteAsync(Ct);

        var board = await Board();
        Assert.Equal(wanted.Order(), board.Texts("[data-test=wanted] th > a").Order());
        Assert.Equal(wanted.Order(), board.Texts("[data-test=wanted-here] th > a").Order());
        Assert.Equal("80", board.Texts("[data-test=wanted] td").Distinct().Single());
        Assert.Equal("40", board.Texts("[data-test=wanted-here] td").Distinct().Single());

        var dump = await Dump.OfAsync(_app);
        Assert.Contains("madu kelulut", dump, StringComparison.Ordinal);
        foreach (var word in new[] { "rahasia", "santosa", "7654-3210", "76543210", "6402154507850001", "wulan", "HP-7" })
        {
            Assert.DoesNotContain(word, dump, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_comes_to_a_stall_is_wanted_no_more()
    {
        await SearchedBy(6, "gula aren");
        Assert.Single((await Board()).All("wanted"));

        await _bazaar.Goods(_booth, "Gula Aren Cetak");
        await _bazaar.Settle();

        Assert.Empty((await Board()).All("wanted"));
    }

    [Fact]
    public async Task Below_five_in_a_kecamatan_its_pages_say_nothing_though_the_market_does()
    {
        for (var visitor = 0; visitor < 9; visitor++)
        {
            await Search("tikar purun", visitor, from: visitor < 4 ? $"/kim/{_booth.KimSlug}" : "/");
        }

        await Log.WriteAsync(Ct);
        var board = await Board();
        Assert.Equal("9", board.Texts("[data-test=wanted] td").Single());
        Assert.Empty(board.All("wanted-here"));

        await Search("tikar purun", 4, from: $"/kim/{_booth.KimSlug}");
        await Log.WriteAsync(Ct);
        board = await Board();
        Assert.Equal("9", board.Texts("[data-test=wanted] td").Single()); // the same visitors
        Assert.Equal("5", board.Texts("[data-test=wanted-here] td").Single());
    }

    [Fact]
    public async Task An_office_reads_its_own_kecamatan_and_no_other()
    {
        await SearchedBy(5, "dodol durian", $"/desa/{Here}");
        await SearchedBy(5, "songket benang", "/desa/63.71.01.1001");
        await SearchedBy(5, "batik mangrove", $"/en/desa/{Here}");
        var cast = new Cast(_app.Services);

        var officer = await _app.As(await cast.Officer("64.02")).Visit("/dinas/dicari");

        Assert.Equal(["batik mangrove", "dodol durian"], officer.Texts("[data-test=wanted-here] th > a").Order());
        Assert.Equal(3, officer.All("wanted").Count); // of the whole market everybody reads
    }

    [Fact]
    public async Task Searches_of_last_month_are_forgotten()
    {
        await SearchedBy(5, "lampit saga");
        _app.Clock.Advance(TimeSpan.FromDays(15));
        await SearchedBy(6, "lampit besar");
        _app.Clock.Advance(TimeSpan.FromDays(16));

        Assert.Equal(["lampit besar"], (await Board()).Texts("[data-test=wanted] th > a"));
        Assert.True(await _app.Services.GetRequiredService<DemandAge>().SweepAsync(Ct) > 0);
        Assert.DoesNotContain("lampit saga", await Dump.OfAsync(_app), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Googlebot/2.1", "/")]
    [InlineData("", "/")]
    public async Task Machines_want_nothing(string agent, string from)
    {
        for (var visitor = 0; visitor < 6; visitor++)
        {
            await Ask("sirup kedondong", agent.Length == 0 ? "" : $"{agent} {visitor}", from);
        }

        await Log.WriteAsync(Ct);
        Assert.Empty((await Board()).All("wanted"));
    }

    [Fact]
    public async Task Two_nodes_that_write_at_once_miss_no_term_that_five_looked_for()
    {
        using var other = ActivatorUtilities.CreateInstance<DemandLog>(_app.Services);
        for (var round = 0; round < 20; round++)
        {
            for (var visitor = 0; visitor < 5; visitor++)
            {
                (visitor < 3 ? Log : other).Hear($"langka {round}", default, $"HP-{visitor}");
            }

            await Task.WhenAll(Log.WriteAsync(Ct), other.WriteAsync(Ct));
        }

        Assert.Equal([20L], await _app.Db.QueryAsync($"select count(*) from app.demand_terms where term like 'langka %'", row => row.GetInt64(0), Ct));
    }

    [Fact]
    public async Task A_narrowed_search_or_a_slip_of_the_finger_wants_nothing()
    {
        for (var visitor = 0; visitor < 6; visitor++)
        {
            await Search("ampalng", visitor, "/");
            await Search("amplang&kategori=jasa", visitor, "/");
        }

        await Log.WriteAsync(Ct);
        Assert.Empty((await Board()).All("wanted"));
    }

    [Fact]
    public async Task A_foreign_page_names_no_place()
    {
        for (var visitor = 0; visitor < 6; visitor++)
        {
            await Ask("kopi liberika", $"HP-{visitor}", "https://lain.example/desa/" + Here);
        }

        await Log.WriteAsync(Ct);
        var board = await Board();
        Assert.Single(board.All("wanted"));
        Assert.Empty(board.All("wanted-here"));
        Assert.Equal([""], await _app.Db.QueryAsync($"select distinct district from app.demand_marks", row => row.GetString(0), Ct));
    }

    private DemandLog Log => _app.Services.GetRequiredService<DemandLog>();

    private async Task<Browser> Board() => await _app.As(await new Cast(_app.Services).Curator(_booth.Kim)).Visit($"/kelola/{_booth.KimSlug}/dicari");

    private async Task SearchedBy(int visitors, string term, string from = "/")
    {
        for (var visitor = 0; visitor < visitors; visitor++)
        {
            await Search(term, visitor, from);
        }

        await Log.WriteAsync(Ct);
    }

    private Task Search(string term, int visitor, string from) => Ask(term, $"HP-{visitor}", from);

    private async Task Ask(string term, string agent, string from)
    {
        var query = string.Join('&', term.Split('&').Select((part, at) => at == 0 ? Uri.EscapeDataString(part) : part));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/cari?q={query}");
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        request.Headers.Referrer = from.StartsWith('/') ? new Uri(_http.BaseAddress!, from) : new Uri(from);
        using var answer = await _http.SendAsync(request, Ct);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
