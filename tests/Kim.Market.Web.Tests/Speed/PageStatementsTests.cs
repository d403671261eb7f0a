using System.Runtime.CompilerServices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kim.Market.Web.Tests.Speed;

/// <summary>What everybody may see is kept; where it is not kept yet, a page asks the database no more than twice.</summary>
[Collection<TwoTownsCollection>]
public sealed class PageStatementsTests(TwoTowns towns) : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _counting = towns.App.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services
        .AddSingleton<IStartupFilter, Counted>()
        .AddSingleton(_ => new LedgerSource(towns.App.ConnectionString, Counting()))
        .AddSingleton(_ => new NpgsqlDataSourceBuilder($"{towns.App.ConnectionString};Search Path={Store.SearchPath}").UseLoggerFactory(Counting()).Build())));

    public ValueTask DisposeAsync() => _counting.DisposeAsync();

    [Fact]
    public async Task A_public_page_that_is_not_kept_yet_asks_at_most_twice()
    {
        var kept = typeof(Marketplace).Assembly.GetExportedTypes()
            .Where(type => type.IsAssignableTo(typeof(PageModel)) && type.IsDefined(typeof(CachedPageAttribute), inherit: true))
            .Select(type => type.FullName!).ToHashSet();
        var doors = towns.Doorways.Where(door => door is { Page: { } page, Handler: null } && kept.Contains(page)).ToList();
        Assert.InRange(doors.Count, 12, int.MaxValue);
        using var browser = _counting.CreateClient();
        List<string> costly = [];
        var most = 0;
        string[] more = ["/desa/64.02.15.1004", $"/kim?wilayah={Cast.Village}", "/cari?q=amplng", "/cari?q=amplang&kategori=perikanan", $"/p/{towns.Own.Goods.Slug}?per=2026-01-01"];
        foreach (var path in doors.SelectMany(door => Values.Addresses(door, towns.Own)).Concat(more).Distinct().Where(path => !path.Contains("format=", StringComparison.Ordinal)))
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            var asked = int.Parse(answer.Headers.GetValues(Counted.Header).Single(), System.Globalization.CultureInfo.InvariantCulture);
            most = Math.Max(most, asked);
            if (asked > 2)
            {
                costly.Add($"{path}: {asked}");
            }
        }

        Assert.True(costly.Count == 0, string.Join('\n', costly));
        Assert.Equal(2, most); // or nothing is counted
    }

    private static ILoggerFactory Counting() => LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new Counter()));

    /// <summary>Says, behind each answer's head, how many statements were sent for it.</summary>
    private sealed class Counted : IStartupFilter
    {
        public const string Header = "X-Statements";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (HttpContext context, RequestDelegate rest) =>
            {
                var asked = Counter.Begin();
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[Header] = asked.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
                    return Task.CompletedTask;
                });
                await rest(context);
            });
            next(app);
        };
    }

    /// <summary>Reads what Npgsql says it has sent, and counts it for the request that is being answered.</summary>
    private sealed class Counter : ILoggerProvider, ILogger
    {
        private static readonly AsyncLocal<StrongBox<int>?> Asked = new();

        public static StrongBox<int> Begin() => Asked.Value = new();

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Asked.Value is not { } asked || state is not IReadOnlyList<KeyValuePair<string, object?>> parts)
            {
                return;
            }

            asked.Value += eventId.Name switch
            {
                "ExecutingCommand" => 1,
                "ExecutingBatch" => ((string[])parts.Single(part => part.Key == "BatchCommands").Value!).Length,
                _ => 0,
            };
        }

        public void Dispose()
        {
        }
    }
}
