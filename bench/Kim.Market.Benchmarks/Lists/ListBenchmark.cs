using System.Diagnostics;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing.Tests;
using Kim.Market.Web;
using Kim.Market.Web.Features.Entries;
using Kim.Market.Web.Features.Imports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Benchmarks.Lists;

/// <summary>An office's list of a whole regency, three in a hundred rows bad: looked at, saved with all its events, taken back.</summary>
internal static class ListBenchmark
{
    private const double MostSeconds = 90;

    /// <param name="database">A server where a database may be created; without it, one of our own is started.</param>
    public static async Task RunAsync(string? database, bool isQuick)
    {
        using var own = database is null ? new PostgresCluster(durable: true) : null;
        await using var bench = await BenchDatabase.CreateAsync(database ?? own!.ConnectionString);
        await using var market = Application.Build(
            [$"--ConnectionStrings:Kim={bench.ConnectionString}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"], _ => { });
        await market.Services.GetRequiredService<Database>().PrepareAsync(default);
        await market.StartAsync();
        var (asker, sender) = await OfficerAsync(market);
        var rows = isQuick ? 5_000 : 45_000;
        Console.WriteLine($"{rows.ToString("n0", CultureInfo.InvariantCulture) + " rows, 3 % bad",-26}{"file",10}{"look",10}{"save",10}{"undo",10}{"peak over idle",16}");
        foreach (var file in new[] { await MadeList.CsvAsync(market, rows), await MadeList.ExcelAsync(market, rows) })
        {
            await RunAsync(market, asker, sender, file);
        }
    }

    private static async Task RunAsync(WebApplication market, Asker asker, ListSender sender, MadeList file)
    {
        var (intake, jobs) = (market.Services.GetRequiredService<ImportIntake>(), market.Services.GetRequiredService<ImportJobs>());
        GC.Collect();
        using var memory = new MemoryMeter();
        var begun = Stopwatch.GetTimestamp();
        var (import, refusal) = await intake.LookAsync(asker, sender, market.Services.GetRequiredService<BusinessList>(), file.Content, default);
        var looked = Stopwatch.GetElapsedTime(begun);
        var list = (await jobs.FindAsync(asker, ImportKind.Businesses, import, default)) ?? throw new InvalidOperationException(refusal?.Code);
        await jobs.BeginAsync(asker, list, default);
        var saved = await UntilAsync(ImportState.Done) - looked;
        var done = (await jobs.FindAsync(asker, ImportKind.Businesses, import, default))!;
        await jobs.UndoAsync(asker, done, default);
        var undone = await UntilAsync(ImportState.Undone) - saved - looked;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Name + $": {done.Recorded:n0} + {done.Wrong:n0} bad",-26}{file.Content.Length / 1048576.0,7:n1} MB{looked.TotalSeconds,8:n1} s{saved.TotalSeconds,8:n1} s{undone.TotalSeconds,8:n1} s{memory.PeakMegabytes,13:n0} MB {((looked + saved).TotalSeconds <= MostSeconds ? "held" : "MISSED")}"));

        async Task<TimeSpan> UntilAsync(ImportState state)
        {
            while ((await jobs.FindAsync(asker, ImportKind.Businesses, import, default))!.Where != state)
            {
                await Task.Delay(50);
            }

            return Stopwatch.GetElapsedTime(begun);
        }
    }

    private static async Task<(Asker Asker, ListSender Sender)> OfficerAsync(WebApplication market)
    {
        var marketplace = market.Services.GetRequiredService<Marketplace>();
        var (office, officer, region, now) = (Id<Office>.New(), Id<Member>.New(), RegionCode.Parse("64.02"), market.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        await marketplace.BeginAsync(office, Office.Open(office, region, now), new(), default);
        await marketplace.TellAsync(office, (Office known) => known.Appoint(officer, OfficeRole.Officer, now), new(), default);
        return (new(officer), new(office.Value, region.Value, null));
    }

    /// <summary>How much more memory the process came to hold than it had at the start, by looking often.</summary>
    private sealed class MemoryMeter : IDisposable
    {
        private readonly long _idle = Environment.WorkingSet;
        private readonly Timer _timer;
        private long _peak;

        public MemoryMeter() => _timer = new(_ => _peak = Math.Max(_peak, Environment.WorkingSet), null, 0, 20);

        public double PeakMegabytes => (_peak - _idle) / 1048576.0;

        public void Dispose() => _timer.Dispose();
    }
}
