using Kim.Market.EventSourcing.Tests.Parcels;
using Npgsql;

namespace Kim.Market.EventSourcing.Tests;

public class HighWaterTests(Depot depot) : IClassFixture<Depot>
{
    private static readonly TimeSpan Torture = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_slow_commit_is_never_overtaken()
    {
        var shelf = Guid.CreateVersion7();
        await using var connection = await depot.Db.OpenConnectionAsync(Ct);
        var highWater = new HighWater(connection);
        var before = await highWater.CatchUpAsync(Ct);
        var slow = depot.Store.CommitAsync(Fill(shelf).Also($"select pg_sleep(1)"), Ct);
        await Eventually.Is(async () => await depot.Drawn() > before, () => "the slow commit draws no number");
        await depot.SentParcel();

        var during = await highWater.AdvanceAsync(Ct);
        await slow;
        var after = await highWater.AdvanceAsync(Ct);

        Assert.Equal(before, during);
        Assert.Equal(await depot.Drawn(), after);
    }

    [Fact]
    public async Task Numbers_that_were_rolled_back_hold_nobody_up()
    {
        await using var connection = await depot.Db.OpenConnectionAsync(Ct);
        var highWater = new HighWater(connection);
        await Assert.ThrowsAsync<PostgresException>(
            () => depot.Store.CommitAsync(Fill(Guid.CreateVersion7()).Also($"select 1 / {0}"), Ct));

        var mark = await highWater.AdvanceAsync(Ct);

        Assert.Equal(await depot.Drawn(), mark);
    }

    [Fact]
    public async Task Under_torture_no_event_is_missed_or_seen_twice()
    {
        var (safe, naive) = (new List<long>(), new List<long>());
        var over = Environment.TickCount64 + (long)Torture.TotalMilliseconds;
        var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Write(writer, over)));
        var reading = Task.WhenAll(
            FollowSafely(safe, writing),
            FollowNaively(naive, writing));

        await writing;
        await reading;

        var committed = await depot.Db.QueryAsync($"select seq_id from events.mt_events order by 1", row => row.GetInt64(0), Ct);
        Assert.Equal(committed, safe);
        Assert.True(naive.Count < committed.Count, "the run was too gentle: reading without a mark lost nothing either");
    }

    /// <summary>Hot streams, new streams, slow commits and rolled back ones.</summary>
    private async Task Write(int writer, long over)
    {
        var random = new Random(writer);
        var hot = new Guid(7, 7, 7, new byte[8]);
        while (Environment.TickCount64 < over)
        {
            var commit = Fill(random.Next(3) == 0 ? hot : Guid.CreateVersion7());
            switch (random.Next(10))
            {
                case 0:
                    commit.Also($"select pg_sleep({random.NextDouble() * 0.1})");
                    break;
                case 1:
                    commit.Also($"select 1 / {0}");
                    break;
            }

            try
            {
                await depot.Store.CommitAsync(commit, Ct);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DivisionByZero)
            {
                // This one was meant to be rolled back.
            }
        }
    }

    private async Task FollowSafely(List<long> seen, Task writing)
    {
        await using var connection = await depot.Db.OpenConnectionAsync(Ct);
        var highWater = new HighWater(connection);
        bool last;
        do
        {
            last = writing.IsCompleted;
            var mark = last ? await highWater.CatchUpAsync(Ct) : await highWater.AdvanceAsync(Ct);
            seen.AddRange((await depot.Store.ReadAllAsync(seen.LastOrDefault(), mark, null, 100_000, Ct)).Select(e => e.Sequence));
            await Task.Delay(1, Ct);
        }
        while (!last);
    }

    private async Task FollowNaively(List<long> seen, Task writing)
    {
        bool last;
        do
        {
            last = writing.IsCompleted;
            seen.AddRange(
                (await depot.Store.ReadAllAsync(seen.LastOrDefault(), long.MaxValue, null, 100_000, Ct)).Select(e => e.Sequence));
            await Task.Delay(1, Ct);
        }
        while (!last);
    }

    private static Commit Fill(Guid shelf) =>
        new Commit(new()).Append(shelf, ShelfStock.Kind, Expected.Any, [new ShelfFilled("rotan", 1), new ShelfFilled("madu", 1)]);
}
