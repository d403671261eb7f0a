using Kim.Market.Benchmarks.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.EventSourcing.Tests;
using Npgsql;

namespace Kim.Market.Benchmarks;

/// <summary>The event store beside the least that has to be done, and beside PostgreSQL itself.</summary>
public sealed class StoreBenchmark
{
    private const int Replayed = 100_000;

    private static readonly SnapshotKind<Order> Document = new("order", 1, OrderJson.Default.Order);

    private readonly NpgsqlDataSource _db;
    private readonly NpgsqlDataSource _slim;
    private readonly EventStore _store;
    private readonly Baseline _baseline;
    private readonly PlainInserts _plain;
    private readonly Slices _slices;
    private readonly bool _isQuick;
    private int _next;

    private StoreBenchmark(NpgsqlDataSource db, NpgsqlDataSource slim, CpuMeter cpu, bool isQuick)
    {
        _db = db;
        _slim = slim;
        _isQuick = isQuick;
        _store = new(db, OrderSchema.Types, [], []);
        _baseline = new(slim);
        _plain = new(slim);
        _slices = new(cpu, rounds: isQuick ? 5 : 25, singles: isQuick ? 100 : 700);
    }

    /// <param name="database">A server where a database may be created; without it, one of our own is started.</param>
    public static async Task RunAsync(string? database, bool isQuick)
    {
        using var own = database is null ? new PostgresCluster(durable: true) : null;
        await using var bench = await BenchDatabase.CreateAsync(database ?? own!.ConnectionString);
        await using var db = Store.DataSource(bench.ConnectionString);
        await using var slim = new NpgsqlSlimDataSourceBuilder(
            $"{bench.ConnectionString};No Reset On Close=true;Max Auto Prepare=100;Options=-c plan_cache_mode=force_generic_plan")
            .EnableArrays().Build();
        await OrderSchema.InstallAsync(db);
        var busy = (CpuMeter.Everybodys, Environment.TickCount64);
        var cpu = await CpuMeter.CreateAsync(db);
        var ours = cpu.Ours;
        var benchmark = new StoreBenchmark(db, slim, cpu, isQuick);

        Table.Head();
        await benchmark.AppendAsync();
        await benchmark.LoadAsync();
        await benchmark.CommandAsync();
        await benchmark.ReplayAsync(cpu);

        var elapsed = TimeSpan.FromMilliseconds(Environment.TickCount64 - busy.TickCount64) * Environment.ProcessorCount;
        var others = (CpuMeter.Everybodys - busy.Everybodys - (cpu.Ours - ours)) / elapsed;
        Console.WriteLine();
        Console.WriteLine($"Others used {others:p0} of the processors meanwhile.");
    }

    private async Task AppendAsync()
    {
        Variant[] begin =
        [
            new("baseline", _ => _baseline.AppendAsync(Guid.CreateVersion7(), 0, Make.First(Guid.CreateVersion7(), Next()))),
            new("store", _ => CommitAsync(Guid.CreateVersion7(), Expected.New, Make.First(Guid.CreateVersion7(), Next()))),
            new("plain inserts", _ => _plain.AppendAsync(Guid.CreateVersion7(), 0, Make.First(Guid.CreateVersion7(), Next()))),
        ];
        Table.Print("begin a stream x 3 events, 1 writer", await _slices.AloneAsync(begin), byLatency: true);
        foreach (var writers in new[] { 4, 16 })
        {
            Table.Print($"begin a stream x 3 events, {writers} writers", await _slices.TogetherAsync(begin, writers), byLatency: false);
        }

        foreach (var writers in new[] { 1, 4, 16 })
        {
            var streams = new OwnStreams(writers);
            await streams.BeginAsync(_baseline, stream => CommitAsync(stream, 0, Make.First(stream, 1)), _plain);
            Variant[] go =
            [
                new("baseline", w => streams.GoAsync(0, w, (s, v) => _baseline.AppendAsync(s, v, Make.Next(s, Next())))),
                new("store", w => streams.GoAsync(1, w, (s, v) => CommitAsync(s, v, Make.Next(s, Next())))),
                new("plain inserts", w => streams.GoAsync(2, w, (s, v) => _plain.AppendAsync(s, v, Make.Next(s, Next())))),
            ];
            Table.Print(
                $"continue a stream x 3 events, {writers} writer(s)",
                writers == 1 ? await _slices.AloneAsync(go) : await _slices.TogetherAsync(go, writers),
                byLatency: writers == 1);
        }
    }

    private async Task LoadAsync()
    {
        foreach (var count in new[] { 10, 100, 1000 })
        {
            var streams = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
            foreach (var stream in streams)
            {
                await _baseline.AppendAsync(stream, 0, Make.Stream(stream, count));
                await CommitAsync(stream, 0, Make.Stream(stream, count));
            }

            Variant[] variants =
            [
                new("baseline", _ => _baseline.LoadAsync(streams[Next() % 20])),
                new("store", _ => _store.LoadAsync<Order>(streams[Next() % 20], Order.Evolve, default)),
            ];
            Table.Print($"load {count} events, 1 reader", await _slices.AloneAsync(variants), byLatency: true);
            Table.Print($"load {count} events, 4 readers", await _slices.TogetherAsync(variants, 4), byLatency: false);
        }
    }

    private async Task CommandAsync()
    {
        foreach (var writers in new[] { 1, 4, 16 })
        {
            var streams = new OwnStreams(writers);
            await streams.BeginAsync(_baseline, stream => CommitAsync(stream, 0, Make.First(stream, 1)), _plain);
            await streams.EachAsync(0, stream => _baseline.AppendAsync(stream, 3, Make.Next(stream, 1), Folded(stream)));
            await streams.EachAsync(1, stream => CommandOfStoreAsync(stream, Folded(stream), 3));
            Variant[] variants =
            [
                new("baseline", w => CommandOfBaselineAsync(streams.Of(0, w))),
                new("store", w => CommandOfStoreAsync(streams.Of(1, w))),
                new("plain inserts", w => streams.GoAsync(2, w, (s, v) => _plain.AppendAsync(s, v, Make.Next(s, Next()), Folded(s)))),
            ];
            Table.Print(
                $"load + 3 events + document, {writers} writer(s)",
                writers == 1 ? await _slices.AloneAsync(variants) : await _slices.TogetherAsync(variants, writers),
                byLatency: writers == 1);
        }
    }

    private async Task CommandOfBaselineAsync(Guid stream)
    {
        var (order, version) = await _baseline.LoadDocumentAsync(stream);
        var events = Make.Next(stream, Next());
        await _baseline.AppendAsync(stream, version, events, events.Aggregate(order, Order.Evolve));
    }

    private async Task CommandOfStoreAsync(Guid stream)
    {
        var loaded = await _store.LoadAsync(stream, Order.Evolve, Document, default);
        await CommandOfStoreAsync(stream, loaded.State!, loaded.Version);
    }

    private Task<IReadOnlyList<Recorded>> CommandOfStoreAsync(Guid stream, Order order, long version)
    {
        var events = Make.Next(stream, Next());
        return _store.CommitAsync(
            new Commit(new()).Append(stream, "order", version, events)
                .Snapshot(stream, version + events.Length, events.Aggregate(order, Order.Evolve), Document),
            default);
    }

    private async Task ReplayAsync(CpuMeter cpu)
    {
        await OrderSchema.FillAsync(_db, Replayed);
        var replay = new ReplayBenchmark(_db, _slim);
        var runs = new Slices(cpu, rounds: 0, singles: 0);
        Table.PrintRuns(
            $"rebuild of {Replayed:n0} events, stream by stream (events/s)",
            await runs.WholeAsync(replay.Rebuilds, times: _isQuick ? 2 : 5));
        Table.PrintRuns(
            $"catch-up over {Replayed:n0} events, pages of {OrderFollower.Page:n0} (events/s)",
            await runs.WholeAsync(replay.CatchUps, times: _isQuick ? 2 : 5));
    }

    private Task<IReadOnlyList<Recorded>> CommitAsync(Guid stream, long expected, object[] events) =>
        _store.CommitAsync(new Commit(new()).Append(stream, "order", expected, events), default);

    private static Order Folded(Guid stream) => Make.First(stream, 1).Aggregate((Order?)null, Order.Evolve)!;

    private int Next() => Interlocked.Increment(ref _next) & 0xFFFFFF;
}
