using System.Diagnostics;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks.Pages;

/// <summary>
/// How many orders a second the forms take, from many guests at once, beside how often PostgreSQL commits as many rows of the same size
/// with nothing around them: that is the limit.
/// </summary>
internal static class OrdersBenchmark
{
    // What placing one order writes: two streams, two events, its row and its stock's, two keys, the command, what the vault keeps, the emptied cart.
    private const int RowsOfAnOrder = 14;
    private const int BytesOfARow = 300;

    private const string Commit = "insert into public.plain_rows (id, data) select unnest($1), $2";

    private static readonly int[] Guests = [1, 8, 32];

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    public static Task RunAsync(string? database, bool isQuick) => PageBenchmark.WithMarketAsync(database, async (market, _, db) =>
    {
        await using (var create = db.CreateCommand("create table public.plain_rows (id uuid primary key, data text not null)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var cpu = await CpuMeter.CreateAsync(db);
        var site = $"order:{market.Urls.First()}";
        using var load = new Load();
        await load.RunAsync(site, Slice * 4, connections: 8); // until everything is compiled
        Console.WriteLine($"{"placing orders",-16}{"orders/s",10}{"p50 ms",9}{"p95 ms",9}{"p99 ms",9}{"cpu-ms",9}{"commits/s",12}{"of limit",10}");
        foreach (var clients in Guests)
        {
            var (orders, limit) = (new Sample("orders"), new Sample("limit"));
            for (var round = 0; round < (isQuick ? 4 : 12); round++)
            {
                var used = cpu.Ours;
                var done = await load.RunAsync(site, Slice, clients);
                orders.Took(done.Times, done.Elapsed, cpu.Ours - used);
                await CommitsAsync(db, clients, limit);
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clients + (clients == 1 ? " client" : " clients"),-16}{orders.PerSecond,10:n0}{orders.Median,9:n1}{orders.Percentile(0.95),9:n1}{orders.Percentile(0.99),9:n1}{orders.CpuMilliseconds,9:n2}{limit.PerSecond,12:n0}{orders.PerSecond / limit.PerSecond,10:p1}"));
        }
    });

    private static async Task CommitsAsync(NpgsqlDataSource db, int clients, Sample limit)
    {
        var (begun, done, data) = (Stopwatch.GetTimestamp(), 0L, new string('x', BytesOfARow));
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < Slice)
            {
                await using var command = db.CreateCommand(Commit);
                command.Parameters.Add(new()
                {
                    Value = Enumerable.Range(0, RowsOfAnOrder).Select(_ => Guid.CreateVersion7()).ToArray(),
                    NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
                });
                command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = data });
                await command.ExecuteNonQueryAsync();
                Interlocked.Increment(ref done);
            }
        })));
        limit.Add(done, Stopwatch.GetElapsedTime(begun), TimeSpan.Zero);
    }
}
