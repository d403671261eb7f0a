using System.Diagnostics;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.EventSourcing.Tests;
using Kim.Market.Web;
using Kim.Market.Web.Events;
using Kim.Market.Web.Features.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Benchmarks.Regency;

/// <summary>A kabupaten of five years: how fast its read models are made of its events, and how long its officers wait for a page.</summary>
internal static class RegencyBenchmark
{
    private const int Looks = 20;

    private static readonly (string Name, string Address)[] Pages =
    [
        ("desk", "/dinas"),
        ("figures, this year", "/dinas/angka"),
        ("figures, all five years", "/dinas/angka?kurun=semua"),
        ("figures of a past day, as known then", "/dinas/angka?per=2025-06-30&sudut=saat-itu&kurun=semua"),
        ("figures of a kecamatan", "/dinas/angka?wilayah=64.02.06&kurun=semua"),
        ("figures of one kind of goods", "/dinas/angka?jenis=perikanan&kurun=semua"),
        ("figures of one theme", "/dinas/angka?tema=kuliner&kurun=semua"),
        ("what was corrected", "/dinas/koreksi?per=2025-06-30&kurun=semua"),
        ("rows of turnover", "/dinas/angka/nilai?kurun=semua"),
        ("rows of products", "/dinas/angka/produk-tayang"),
        ("the register of KIM", "/dinas/kim"),
        ("certificates to compare", "/dinas/sertifikat"),
        ("complaints", "/dinas/keluhan"),
        ("questions to villages", "/dinas/pertanyaan"),
        ("suspended stalls", "/dinas/lapak"),
        ("coachings", "/dinas/pembinaan"),
        ("assessments", "/dinas/penilaian"),
        ("what certification did", "/dinas/dampak"),
        ("what is wanted", "/dinas/dicari"),
        ("who did what", "/dinas/jejak"),
        ("results for everybody", "/hasil"),
        ("results of the kabupaten", "/hasil/wilayah/64.02"),
        ("results of a month", "/hasil/wilayah/64.02?bulan=2026-05"),
    ];

    /// <param name="database">A server where a database may be created; without it, one of our own is started.</param>
    /// <param name="isQuick">A tenth of everything.</param>
    public static async Task RunAsync(string? database, bool isQuick)
    {
        using var own = database is null ? new PostgresCluster(durable: true) : null;
        await using var bench = await BenchDatabase.CreateAsync(database ?? own!.ConnectionString);
        await using var market = Market(bench.ConnectionString);
        await market.Services.GetRequiredService<Database>().PrepareAsync(default);
        var db = market.Services.GetRequiredService<NpgsqlDataSource>();
        var years = await PassAsync(db, isQuick ? 10 : 1);

        // What is written with the events is made of them first; followers begin at the first event by themselves, and are made anew then.
        var followers = market.Services.GetServices<IFollower>().Select(follower => follower.Name).ToHashSet();
        await RebuildAsync(market, name => !followers.Contains(name));
        await ExecuteAsync(db, "vacuum analyze");
        var start = Stopwatch.GetTimestamp();
        await market.StartAsync();
        await CaughtUpAsync(market);
        Say($"all {followers.Count} followers have caught up, side by side, in {Stopwatch.GetElapsedTime(start).TotalSeconds:n0} s");
        await RebuildAsync(market, followers.Contains);
        await ExecuteAsync(db, "vacuum analyze");
        await LookAsync(market, years.Officer);
        await market.StopAsync();
    }

    private static async Task<FiveYears> PassAsync(NpgsqlDataSource db, int share)
    {
        var villages = await db.QueryAsync(
            $"select code from app.regions where code like '64.02.%' and length(code) = 13 order by code", row => RegionCode.Parse(row.GetString(0)), default);
        var start = Stopwatch.GetTimestamp();
        var years = new FiveYears(new EventStore(db, EventCatalogue.Types, [], []), villages, DateTimeOffset.UtcNow, share);
        var events = await years.PassAsync();
        Say($"{events:n0} events of five years, decided and stored in {Stopwatch.GetElapsedTime(start).TotalSeconds:n0} s");
        await ExecuteAsync(db, "vacuum analyze");
        return years;
    }

    private static async Task RebuildAsync(WebApplication market, Func<string, bool> which)
    {
        var rebuild = market.Services.GetRequiredService<Rebuild>();
        var (all, began) = (0L, Stopwatch.GetTimestamp());
        foreach (var name in rebuild.Names.Where(which).Order())
        {
            var (events, start) = (0L, Stopwatch.GetTimestamp());
            await rebuild.RunAsync(name, new Told(progress => events = Math.Max(events, progress.Done)), default);
            var took = Stopwatch.GetElapsedTime(start);
            all += events;
            Say($"rebuild {name,-24}{events,12:n0} events{took.TotalSeconds,8:n1} s{events / took.TotalSeconds,12:n0} events/s");
        }

        var whole = Stopwatch.GetElapsedTime(began);
        Say($"rebuild of these together: {all:n0} events in {whole.TotalSeconds:n0} s, {all / whole.TotalSeconds:n0} events/s");
    }

    private static async Task LookAsync(WebApplication market, Id<Member> member)
    {
        using var officer = await Officer.SignInAsync(market, member);
        var shelf = market.Services.GetRequiredService<LedgerShelf>();
        Say($"{"page, ms",-40}{"counted p50",12}{"p95",8}{"kept p50",12}{"p95",8}{"KB",8}");
        foreach (var (name, address) in Pages)
        {
            var (counted, kept) = (new Sample(name), new Sample(name));
            var first = await officer.OpenAsync(address); // its code and its statements are made ready
            for (var look = 0; look < Looks; look++)
            {
                shelf.Forget(); // as if an order had come in
                counted.Took((await officer.OpenAsync(address)).Took);
                kept.Took((await officer.OpenAsync(address)).Took);
            }

            Say($"{name,-40}{counted.Median,12:n0}{counted.Percentile(0.95),8:n0}{kept.Median,12:n0}{kept.Percentile(0.95),8:n0}{first.Bytes / 1024.0,8:n1}{(first.Status == "200" ? "" : " " + first.Status)}");
        }

        var before = Environment.WorkingSet;
        var peak = before;
        using var watch = new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 20);
        var csv = await officer.OpenAsync("/dinas/angka/pesanan-masuk?kurun=semua&format=csv");
        Say($"CSV of all orders: {csv.Took.TotalSeconds:n1} s, {csv.Bytes / 1024:n0} KB compressed, memory {before >> 20} MB before, {peak >> 20} MB at most{(csv.Status == "200" ? "" : " " + csv.Status)}");
    }

    private static WebApplication Market(string database) => Application.Build(
        [$"--ConnectionStrings:Kim={database}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", "--Kim:KeepPages=false"],
        _ => { });

    private static async Task CaughtUpAsync(WebApplication market)
    {
        var followers = market.Services.GetRequiredService<Followers>();
        while (followers.States.Any(state => state.Status != FollowerStatus.Running || state.Position < state.Mark || state.Mark == 0))
        {
            await Task.Delay(200);
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource db, string statement)
    {
        await using var command = db.CreateCommand(statement);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Told(Action<RebuildProgress> tell) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => tell(value);
    }
}
