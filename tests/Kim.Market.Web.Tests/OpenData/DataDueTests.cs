using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.OpenData;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Tests.OpenData;

/// <summary>A day is published once: not before the ledger has read what happened in it.</summary>
public sealed class DataDueTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-due-").FullName;
    private TestDatabase _database = null!;
    private NpgsqlDataSource _db = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync(_folder);
        _db = Store.DataSource(_database.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task It_waits_for_the_ledger_and_publishes_then()
    {
        await _db.ExecuteAsync($"insert into events.mt_events (seq_id, id, version, data, type) values (7, {Guid.NewGuid()}, 1, {"{}"}::jsonb, 'something')", Ct);
        await ReadAsync(6);
        var publishing = new DataPress(_db, new DataTables(_db), new Words(), TimeProvider.System).PublishDueAsync(Ct);

        Assert.NotSame(publishing, await Task.WhenAny(publishing, Task.Delay(TimeSpan.FromSeconds(3), Ct)));
        Assert.Equal([0L], await _db.QueryAsync($"select count(*) from app.data_releases", row => row.GetInt64(0), Ct));

        await ReadAsync(7);
        Assert.Equal(Dataset.All.Count, await publishing);
    }

    private Task<int> ReadAsync(long until) => _db.ExecuteAsync(
        $"""
        insert into events.mt_event_progression (name, last_seq_id, last_updated) values ('ledger:All', {until}, now())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id
        """, Ct);
}
