using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AngleSharp.Html.Parser;
using Kim.Market.Web.Hosting.Postgres;
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
    private readonly EmbeddedPostgres _postgres;
    private readonly string _folder;
    private readonly string _slug;
    private readonly long _price;

    private SmallMarket(EmbeddedPostgres postgres, string folder, string slug, long price) =>
        (_postgres, _folder, _slug, _price) = (postgres, folder, slug, price);

    public static async Task<SmallMarket> OpenAsync(string folder, int stock, CancellationToken ct)
    {
        var postgres = await EmbeddedPostgres.StartAsync(folder, ct);
        await using var behind = Application.Build([$"--ConnectionStrings:Kim={postgres.ConnectionString}", $"--Kim:Data={folder}"], _ => { });
        await behind.Services.GetRequiredService<Database>().PrepareAsync(ct);
        var cast = new Cast(behind.Services);
        var goods = await cast.Goods(await cast.Stall(), stock: stock);
        return new(postgres, folder, goods.Slug, goods.Price);
    }

    public async Task<ServedMarket> ServeAsync(CancellationToken ct)
    {
        var port = FreePort();
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
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync(new Uri("/checkout", UriKind.Relative), ct), ct);
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var total = _price.ToString(CultureInfo.InvariantCulture);
        return await PostAsync(
            http, "/checkout",
            [
                ("__RequestVerificationToken", token), ("Input.Command", command.ToString()), ("Input.Name", $"Pembeli {buyer}"),
                ("Input.WhatsApp", $"0812-0000-{buyer:0000}"), ("Input.Handover", "Pickup"), ("Input.SeenPickup", total), ("Input.SeenDelivery", total),
            ], ct);
    }

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

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    private static async Task<string?> PostAsync(
        HttpClient http, string path, IEnumerable<(string Name, string Value)> fields, CancellationToken ct)
    {
        using var body = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), body, ct);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther ? answer.Headers.Location?.ToString() : null;
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Kim.Market.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var program = Process.Start(start)!;
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        return program;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
