using System.Diagnostics;
using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Hosting.Postgres;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Web.Tests.Durability;

/// <summary>A running program that serves a small market.</summary>
internal sealed class ServedMarket(Process program, Uri address) : IDisposable
{
    public Process Program { get; } = program;

    public Uri Address { get; } = address;

    public void Dispose()
    {
        Program.Kill();
        Program.Dispose();
    }
}

/// <summary>One stall with one product, in a database that outlives the programs that serve it.</summary>
internal sealed class SmallMarket : IAsyncDisposable
{
    private const string Phone = "0813-4000-0001";
    private const string Password = "sandi-contoh-1";

    private readonly EmbeddedPostgres _postgres;
    private readonly string _folder;
    private readonly string _slug;
    private readonly long _price;

    private SmallMarket(EmbeddedPostgres postgres, string folder, string slug, long price, OwnerNews news) =>
        (_postgres, _folder, _slug, _price, News) = (postgres, folder, slug, price, news);

    /// <summary>What its owner is told outside of the site.</summary>
    public OwnerNews News { get; }

    public static async Task<SmallMarket> OpenAsync(string folder, int stock, CancellationToken ct)
    {
        var postgres = await EmbeddedPostgres.StartAsync(folder, ct);
        var news = await OwnerNews.OpenAsync();
        await using var behind = Application.Build(
            [$"--ConnectionStrings:Kim={postgres.ConnectionString}", $"--Kim:Data={folder}", .. news.Settings.Select(setting => $"--{setting.Name}={setting.Value}")], _ => { });
        await behind.Services.GetRequiredService<Database>().PrepareAsync(ct);
        var cast = new Cast(behind.Services);
        var stall = await cast.Stall();
        var goods = await cast.Goods(stall, stock: stock);
        await using var scope = behind.Services.CreateAsyncScope();
        var owner = new Account { Id = stall.Owner.Value, UserName = "6281340000001", Name = "Pemilik Contoh" };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(owner, Password)).Succeeded);
        await news.SubscribeAsync(behind.Services, stall.Owner, ct);
        return new(postgres, folder, goods.Slug, goods.Price, news);
    }

    public async Task<ServedMarket> ServeAsync(CancellationToken ct)
    {
        var port = Ports.Free().ToString(CultureInfo.InvariantCulture);
        var program = Start("serve", "--data", _folder, "--database", _postgres.ConnectionString, "--port", port);
        var address = new Uri($"http://localhost:{port}");
        using var http = new HttpClient { BaseAddress = address };
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            Assert.False(program.HasExited, "The program did not open.");
            try
            {
                using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative), ct);
                if (ready.IsSuccessStatusCode)
                {
                    return new(program, address);
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100, ct);
        }
    }

    /// <summary>One visitor puts one piece into a cart and orders it under a command of the test's own.</summary>
    /// <returns>The address of the order page, when the order was acknowledged.</returns>
    public async Task<string?> OrderAsync(ServedMarket served, int buyer, Guid command, CancellationToken ct)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = served.Address };
        await PostAsync(http, "/keranjang/tambah", [("slug", _slug), ("jumlah", "1")], ct);
        var token = Token(await ParsedAsync(http, "/checkout", ct));
        var total = _price.ToString(CultureInfo.InvariantCulture);
        return await PostAsync(
            http, "/checkout",
            [
                token, ("Input.Command", command.ToString()), ("Input.Name", $"Pembeli {buyer}"),
                ("Input.WhatsApp", $"0812-0000-{buyer:0000}"), ("Input.Handover", "Pickup"), ("Input.SeenPickup", total), ("Input.SeenDelivery", total),
            ], ct);
    }

    /// <summary>The seller signs in and presses the buttons of whatever lies in a drawer of the inbox, until there is nothing left and nothing will come.</summary>
    /// <param name="handlers">The buttons of one order, one after the other; the last one takes it out of the drawer.</param>
    /// <param name="pressed">Is told which button of which order was acknowledged.</param>
    public static async Task AnswerAsync(
        ServedMarket served, string drawer, string[] handlers, Func<bool> mayBeMore, Action<string, Guid> pressed, CancellationToken ct)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = served.Address };
        Assert.NotNull(await PostAsync(
            http, "/masuk", [Token(await ParsedAsync(http, "/masuk", ct)), ("Input.Login", Phone), ("Input.Password", Password)], ct));
        while (true)
        {
            var isLast = !mayBeMore();
            var page = await ParsedAsync(http, $"/lapak/pesanan?status={drawer}", ct);
            var waiting = page.QuerySelectorAll("input[name='Input.Order']").Select(input => (
                    Order: Guid.Parse(input.GetAttribute("value")!),
                    Version: int.Parse(input.ParentElement!.QuerySelector("input[name='Input.Version']")!.GetAttribute("value")!, CultureInfo.InvariantCulture)))
                .Distinct().ToList();
            foreach (var (order, seen) in waiting)
            {
                var version = seen;
                foreach (var button in handlers)
                {
                    // What it had been told before it was killed, it is told again: then the order has not moved.
                    if (await PressAsync(button, version) || await PressAsync(button, --version))
                    {
                        pressed(button, order);
                        version++;
                    }
                }

                async Task<bool> PressAsync(string button, int at) => await PostAsync(
                    http, $"/lapak/pesanan?status={drawer}&handler={button}",
                    [Token(page), ("Input.Order", order.ToString()), ("Input.Version", $"{at}"), ("Input.Command", Guid.NewGuid().ToString())], ct) is not null;
            }

            if (waiting.Count == 0 && isLast)
            {
                return;
            }

            if (waiting.Count == 0)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>Moves on the time since when killed programs hold what they had in their hands.</summary>
    public Task PassLeaseAsync(CancellationToken ct) => CountAsync("with aged as (update app.deliveries set claimed_at = claimed_at - interval '1 hour' returning 1) select count(*) from aged", ct);

    public async Task<long> CountAsync(string statement, CancellationToken ct)
    {
        await using var db = NpgsqlDataSource.Create(_postgres.ConnectionString);
#pragma warning disable CA2100 // the statements stand in the test
        await using var command = db.CreateCommand(statement);
#pragma warning restore CA2100
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), CultureInfo.InvariantCulture);
    }

    /// <summary>Runs a verb to its end and answers its exit code.</summary>
    public async Task<int> RunAsync(string[] verb, CancellationToken ct)
    {
        using var program = Start([.. verb, "--data", _folder, "--database", _postgres.ConnectionString]);
        await program.WaitForExitAsync(ct);
        return program.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await News.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private static async Task<IHtmlDocument> ParsedAsync(HttpClient http, string path, CancellationToken ct) =>
        await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri(path, UriKind.Relative), ct), ct);

    private static (string Name, string Value) Token(IHtmlDocument page) =>
        ("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    private static async Task<string?> PostAsync(
        HttpClient http, string path, IEnumerable<(string Name, string Value)> fields, CancellationToken ct)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, ct);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? answer.Headers.Location?.ToString() : null;
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kim.Market.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in News.Settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }
}
