using System.Net;
using AngleSharp.Html.Parser;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Access;

/// <summary>A market of its own with two towns in it: what is the one's is not the other's.</summary>
public sealed class TwoTowns : IAsyncLifetime
{
    public MarketApp App { get; } = new();

    internal Town Own { get; private set; } = null!;

    internal Town Foreign { get; private set; } = null!;

    internal IReadOnlyList<Doorway> Doorways { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Own = await Town.Build(App, "64.02");
        Foreign = await Town.Build(App, "64.71");
        await new Bazaar(App).Settle();
        Doorways = await App.Services.GetRequiredService<PolicyList>().AllAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>Walks every route as every role, with one's own ids and with somebody else's. New routes join by themselves.</summary>
public sealed class IsolationTests(TwoTowns towns) : IClassFixture<TwoTowns>
{
    private static readonly Dictionary<string, Type> Pages = typeof(Marketplace).Assembly.GetExportedTypes()
        .Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract).ToDictionary(type => type.FullName!);

    [Fact]
    public void Every_route_says_who_may_take_it() => Assert.All(towns.Doorways, door => Assert.True(
        door.Policy is not null, $"{door.Route} {door.Handler} has no policy: put [OpenTo], [ForMembers] or [For] on its page or route."));

    [Fact]
    public async Task Nobody_reads_what_is_not_theirs()
    {
        var wrong = new List<string>();
        foreach (var role in towns.Own.Roles)
        {
            var browser = Client(role);
            foreach (var door in towns.Doorways.Where(door => door.Methods.Contains("GET")))
            {
                foreach (var path in Values.Addresses(door, towns.Own))
                {
                    Check(wrong, role, door, path, await Get(browser, path), isForeign: false);
                }

                if (door.Policy is ForAttribute && Values.HasHoles(door))
                {
                    foreach (var path in Values.Addresses(door, towns.Foreign))
                    {
                        Check(wrong, role, door, path, await Get(browser, path), isForeign: true);
                    }
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Nobody_changes_what_is_not_theirs()
    {
        var wrong = new List<string>();
        foreach (var role in towns.Own.Roles)
        {
            foreach (var door in towns.Doorways.Where(door => door.Methods.Contains("POST") && !role.Fits(door.Policy!)))
            {
                await CheckPost(wrong, role, door, towns.Own, isForeign: false);
            }

            foreach (var door in towns.Doorways.Where(door => door is { Policy: ForAttribute } && door.Methods.Contains("POST")))
            {
                await CheckPost(wrong, role, door, towns.Foreign, isForeign: true);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var browsers = towns.Own.Roles.Select(role => (Role: role, Browser: Client(role))).ToList();
        var before = await Fingerprint();
        foreach (var (_, browser) in browsers)
        {
            await Crawl(browser);
        }

        Assert.Equal(before, await Fingerprint());
    }

    private static void Check(List<string> wrong, Role role, Doorway door, string path, HttpResponseMessage answer, bool isForeign)
    {
        using (answer)
        {
            var fits = role.Fits(door.Policy!);
            var isRight = (fits, isForeign, role.Member) switch
            {
                (false, _, null) => IsSentToSignIn(answer),
                (false, _, _) or (true, true, _) => answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound,
                _ => (int)answer.StatusCode < 400 || IsMissing(door, answer),
            };
            if (!isRight)
            {
                wrong.Add($"{role.Name} at {(isForeign ? "somebody else's " : "")}{path} ({door.Handler}): {(int)answer.StatusCode}");
            }
        }
    }

    // The picture has been drawn by nobody, and the page of errors is one: both are nowhere.
    private static bool IsMissing(Doorway door, HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.NotFound && door.Route is "/foto/{name}" or "/galat";

    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/masuk", StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> Get(HttpClient browser, string path) =>
        await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task CheckPost(List<string> wrong, Role role, Doorway door, Town town, bool isForeign)
    {
        var form = Values.Form(PageOf(door), town);
        if (isForeign && role.Fits(door.Policy!) && form.Count == 0 && !Values.HasHoles(door))
        {
            return; // nothing of anybody is named
        }

        var events = await Events();
        using var browser = Client(role);
        var token = await Token(browser);
        var path = Values.Address(door, town) + (door.Handler is { Length: > 0 } handler ? $"?handler={handler}" : "");
        using var body = new FormUrlEncodedContent(
            form.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        Check(wrong, role, door, path, await browser.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken), isForeign);
        if (await Events() != events)
        {
            wrong.Add($"{role.Name} at {path} made something happen.");
        }
    }

    private static Type? PageOf(Doorway door) => door.Page is { } page ? Pages[page] : null;

    private async Task Crawl(HttpClient browser)
    {
        const int Enough = 120;
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(["/", .. towns.Doorways.Where(door => door.Methods.Contains("GET")).SelectMany(door => Values.Addresses(door, towns.Own))]);
        while (seen.Count < Enough && waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            using var answer = await Get(browser, path);
            Assert.True((int)answer.StatusCode < 500, $"{path}: {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await new HtmlParser().ParseDocumentAsync(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(anchor => anchor.GetAttribute("href")!.Split('#')[0]))
            {
                waiting.Enqueue(link);
            }
        }
    }

    private static async Task<string> Token(HttpClient browser)
    {
        var page = await new HtmlParser().ParseDocumentAsync(
            await browser.GetStringAsync(new Uri("/keranjang", UriKind.Relative), TestContext.Current.CancellationToken));
        var input = page.QuerySelector("input[name=__RequestVerificationToken]");
        if (input is null)
        {
            foreach (var path in new[] { "/akun", "/masuk" })
            {
                using var answer = await Get(browser, path);
                var other = await new HtmlParser().ParseDocumentAsync(
                    await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
                input ??= other.QuerySelector("input[name=__RequestVerificationToken]");
            }
        }

        return input!.GetAttribute("value")!;
    }

    private HttpClient Client(Role role) => (role.Member is { } member ? towns.App.As(member) : towns.App.Visitor()).Alone();

    private async Task<long> Events() => (await towns.App.Db.QueryAsync(
        $"select count(*) from events.mt_events", row => row.GetInt64(0), TestContext.Current.CancellationToken))[0];

    // All events, and all that is kept beside them.
    private async Task<string> Fingerprint() => (await towns.App.Db.QueryAsync(
        $"""
        select concat_ws(' ',
            (select count(*) from events.mt_events),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.accounts t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.sessions t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.passkeys t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.account_links t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.commands t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.order_tokens t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from app.cart_lines t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from vault.entries t),
            (select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) from memberships t))
        """, row => row.GetString(0), TestContext.Current.CancellationToken))[0];
}
