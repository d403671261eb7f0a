using System.Net;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.WebDomains;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.WebDomains;

/// <summary>A KIM puts its page under a domain of its own: claimed by anybody, shown to whoever proves it, for as long as they do.</summary>
public sealed class OwnDomainTests : IAsyncLifetime
{
    private const string Site = "https://pasar.example";

    private readonly FakeInternet _world = new();
    private readonly MarketApp _app;
    private Cast _cast = null!;
    private HttpClient _http = null!;
    private Goods _goods = null!;

    public OwnDomainTests() => _app = new()
    {
        Settings = new Dictionary<string, string> { ["PublicUrl"] = Site, ["Kim:BaseHost"] = "lapak.example", ["Kim:Resolver"] = _world.Resolver },
        World = services => services.AddHttpClient<IDomainProofs, DomainProofs>().ConfigurePrimaryHttpMessageHandler(() => new Borrowed(_world)),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.InitializeAsync();
        _cast = new(_app.Services);
        _goods = await _cast.Goods(await _cast.Stall("Dapur Berdomain"), "Amplang Berdomain");
        _http = _app.CreateDefaultClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _world.Dispose();
    }

    [Fact]
    public async Task What_is_proven_by_a_record_shows_the_page_at_once()
    {
        var chair = await Room(_goods.Stall.Kim);
        await chair.Submit("claim-form", ("Input.Host", "https://www.KimSekarLai.example/"));
        Assert.Equal("pasar.example", new Uri(Site).Host);
        Assert.Contains("Belum terbukti", chair.Text("standing"), StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.NoContent, await AskAsync("kimsekarlai.example"));
        Assert.DoesNotContain("Berdomain", (await Get("kimsekarlai.example", "/")).Text.Split("<h1")[1].Split("</h1>")[0], StringComparison.Ordinal);

        await chair.Submit("look"); // too early
        Assert.Contains("Buktinya belum ditemukan", chair.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("catatan DNS tidak ada", chair.Text("looked"), StringComparison.Ordinal);

        _world.Records["_pasar-kim.kimsekarlai.example"] = [chair.Text("proof")];
        await chair.Submit("look");
        Assert.Contains("Terbukti milik KIM", chair.Text("standing"), StringComparison.Ordinal);
        Assert.Equal("pasar.example", chair.Text("target").Split(' ')[0]);

        var slug = await SlugOf(_goods.Stall.Kim);
        foreach (var host in new[] { "kimsekarlai.example", "WWW.kimsekarlai.example" })
        {
            var (status, shown) = await Get(host, "/");
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Contains($"<link rel=\"canonical\" href=\"{Site}/kim/{slug}\">", shown, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NoContent, await AskAsync(host));
        }

        Assert.Equal(HttpStatusCode.PermanentRedirect, (await Get("kimsekarlai.example", "/keranjang")).Status);
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("bukan-kimsekarlai.example"));

        // and once it leads here, we see ourselves that it does
        var proof = await Get("kimsekarlai.example", DomainProofs.FilePath);
        _world.Put($"http://kimsekarlai.example{DomainProofs.FilePath}", proof.Text);
        await chair.Submit("look");
        Assert.Contains("sudah mengarah ke sini", chair.Text("standing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proof_that_is_gone_is_told_and_after_three_days_the_page_is_gone_too()
    {
        var watch = _app.Services.GetRequiredService<WebDomainWatch>();
        var chair = await Proven("pudar.example", _goods.Stall.Kim);
        Assert.Equal(0, await watch.SweepAsync(Ct)); // not due

        _world.Records.Clear();
        _app.Clock.Advance(TimeSpan.FromDays(1.1));
        Assert.Equal(1, await watch.SweepAsync(Ct));
        await chair.Visit(chair.Path);
        Assert.Contains("Buktinya hilang", chair.Text("standing"), StringComparison.Ordinal);
        Assert.True(await IsShownAsync("pudar.example"));
        await HeardAsync(chair, "Bukti domain pudar.example hilang");

        _app.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(1, await watch.SweepAsync(Ct));
        Assert.False(await IsShownAsync("pudar.example"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync("pudar.example"));
        await HeardAsync(chair, "Domain pudar.example tidak lagi");

        _app.Clock.Advance(TimeSpan.FromDays(1));
        await watch.SweepAsync(Ct); // and it is not looked for any more
        Assert.Empty(await _app.Db.QueryAsync($"select 1 from app.domain_checks", row => row.GetInt32(0), Ct));
    }

    [Fact]
    public async Task A_proof_is_found_without_anybody_pressing()
    {
        var chair = await Room(_goods.Stall.Kim);
        await chair.Submit("claim-form", ("Input.Host", "sendiri.example"));
        _world.Records["_pasar-kim.sendiri.example"] = [chair.Text("proof")];
        _app.Clock.Advance(TimeSpan.FromHours(1.1));

        Assert.Equal(1, await _app.Services.GetRequiredService<WebDomainWatch>().SweepAsync(Ct));

        Assert.True(await IsShownAsync("sendiri.example"));
    }

    [Fact]
    public async Task A_name_is_of_one_KIM_and_goes_to_whoever_can_still_prove_it()
    {
        var first = await Proven("rebutan.example", _goods.Stall.Kim);
        var other = await Room((await _cast.Stall("Dapur Perebut")).Kim);
        await other.Submit("claim-form", ("Input.Host", "rebutan.example"));
        _world.Records["_pasar-kim.rebutan.example"] = [.. _world.Records["_pasar-kim.rebutan.example"], other.Text("proof")];

        await other.Submit("look");
        Assert.Contains("masih terbukti milik KIM lain", other.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(await IsShownAsync("rebutan.example"));

        _world.Records["_pasar-kim.rebutan.example"] = [other.Text("proof")]; // it has changed hands
        await other.Submit("look");
        Assert.Contains("Terbukti milik KIM", other.Text("standing"), StringComparison.Ordinal);
        await first.Visit(first.Path);
        Assert.Contains("KIM lain membuktikan", first.Text("standing"), StringComparison.Ordinal);
        Assert.Contains("Dapur Perebut", (await Get("rebutan.example", "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_prove_a_name_in_the_same_moment_do_not_both_get_it()
    {
        var stalls = new[] { _goods.Stall, await _cast.Stall("Dapur Serentak") };
        var rooms = new List<Browser>();
        foreach (var stall in stalls)
        {
            rooms.Add(await Room(stall.Kim));
            await rooms[^1].Submit("claim-form", ("Input.Host", "serentak.example"));
        }

        _world.Records["_pasar-kim.serentak.example"] = [.. rooms.Select(room => room.Text("proof"))];
        await Task.WhenAll(rooms.Select(room => room.Submit("look")));

        Assert.Single(await _app.Db.QueryAsync($"select 1 from web_domains where standing in (1, 2)", row => row.GetInt32(0), Ct));
        Assert.Single(rooms, room => room.Page.Body!.TextContent.Contains("masih terbukti milik KIM lain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_let_go_of_is_free_again()
    {
        var chair = await Proven("lepas.example", _goods.Stall.Kim);

        await chair.Submit("release");

        Assert.False(await IsShownAsync("lepas.example"));
        Assert.Contains("Dilepas oleh KIM", chair.Text("standing"), StringComparison.Ordinal);
        await chair.Submit("claim-form", ("Input.Host", "lepas.example"));
        Assert.Contains("Belum terbukti", chair.Text("standing"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pasar.example", "milik pasar ini")]
    [InlineData("kim-lain.lapak.example", "milik pasar ini")]
    [InlineData("10.0.0.1", "Tulis nama domainnya")]
    [InlineData("", "Tulis nama domainnya")]
    public async Task A_name_that_is_none_is_refused_at_its_field(string typed, string said)
    {
        var chair = await Room(_goods.Stall.Kim);

        await chair.Submit("claim-form", ("Input.Host", typed));

        Assert.Contains(said, chair.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(chair.Find("domain"));
    }

    [Fact]
    public async Task The_same_form_ten_times_is_one_claim_and_no_race_makes_a_fourth()
    {
        var chair = await Room(_goods.Stall.Kim);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => chair.Http.SendAsync(chair.Filled("claim-form", ("Input.Host", "kembar.example")), Ct)));
        await chair.Visit(chair.Path);
        Assert.Single(chair.All("domain"));

        var rooms = new List<Browser>();
        for (var at = 0; at < 6; at++)
        {
            rooms.Add(await Room(_goods.Stall.Kim));
        }

        await Task.WhenAll(rooms.Select((room, at) => room.Submit("claim-form", ("Input.Host", $"lomba-{at}.example"))));
        await chair.Visit(chair.Path);
        Assert.Equal(3, chair.All("domain").Count);
        Assert.Null(chair.Find("claim-form"));
        Assert.Equal(4, rooms.Count(room => room.Page.Body!.TextContent.Contains("Paling banyak 3 domain", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_writer_and_a_stranger_have_no_business_there()
    {
        var path = $"/kelola/{await SlugOf(_goods.Stall.Kim)}/alamat";
        var writer = await _app.As(await _cast.Curator(_goods.Stall.Kim, GroupRole.Writer)).Visit(path);
        Assert.Equal(HttpStatusCode.Forbidden, writer.Status);
        var stranger = await _app.As(await _cast.Curator((await _cast.Stall("Dapur Jauh")).Kim)).Visit(path);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    private async Task<Browser> Room(Domain.Id<Group> kim) =>
        await _app.As(await _cast.Curator(kim, GroupRole.Chair)).Visit($"/kelola/{await SlugOf(kim)}/alamat");

    private async Task<Browser> Proven(string host, Domain.Id<Group> kim)
    {
        var chair = await Room(kim);
        await chair.Submit("claim-form", ("Input.Host", host));
        _world.Records[$"_pasar-kim.{host}"] = [chair.Text("proof")];
        await chair.Submit("look");
        Assert.True(await IsShownAsync(host));
        return chair;
    }

    private async Task HeardAsync(Browser member, string what)
    {
        await _app.Services.GetRequiredService<FanOut>().SweepAsync(Ct);
        var path = member.Path;
        await member.Visit("/akun/kabar");
        Assert.Contains(what, member.Page.Body!.TextContent, StringComparison.Ordinal);
        await member.Visit(path);
    }

    private async Task<string> SlugOf(Domain.Id<Group> kim) =>
        (await _app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), Ct)).Single();

    private async Task<bool> IsShownAsync(string host) => (await Get(host, "/keranjang")).Status == HttpStatusCode.PermanentRedirect;

    private async Task<HttpStatusCode> AskAsync(string host) => (await Get("pasar.example", $"/boleh-sertifikat?domain={host}")).Status;

    private async Task<(HttpStatusCode Status, string Text)> Get(string host, string path)
    {
        using var answer = await _http.GetAsync(new Uri($"https://{host}{path}"), Ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Ct));
    }

    // The handlers of a factory end with it; the world goes on.
    private sealed class Borrowed(HttpMessageHandler world) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _world = new(world, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            _world.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _world.Dispose();
            base.Dispose(disposing);
        }
    }
}
