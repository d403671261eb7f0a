using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Npgsql;

namespace Kim.Market.Web.Tests.Caching;

/// <summary>What follows behind the events takes as long as it takes: no page may be kept from before it has arrived.</summary>
public sealed class LateDropsTests : IAsyncLifetime
{
    private static readonly string[] Shown = ["results"];

    private readonly string _folder = Directory.CreateTempSubdirectory("kim-late-").FullName;
    private readonly PageCache _cache = new(TimeProvider.System);
    private TestDatabase _database = null!;
    private NpgsqlDataSource _db = null!;
    private LateDrops _late = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync(_folder);
        _db = Store.DataSource(_database.ConnectionString);
        await MoveAsync(0);
        _late = new(_cache, _db, [new Slow()]);
        await _late.StartAsync(Ct);
    }

    [Fact]
    public async Task A_page_rendered_before_the_followers_arrived_leaves_when_they_do_however_late()
    {
        _late.Await(Shown, 10);
        Keep();
        await GoneAsync(); // once, for what they had applied when the loop first looked

        Keep();
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        Assert.Equal(1, _cache.Count);

        await MoveAsync(9);
        await GoneAsync();
        Keep();
        await MoveAsync(10);
        await GoneAsync();

        Keep();
        await MoveAsync(11);
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);
        Assert.Equal(1, _cache.Count);
    }

    [Fact]
    public async Task A_later_event_is_awaited_after_an_earlier_one_has_arrived()
    {
        await MoveAsync(10);
        _late.Await(Shown, 10);
        Keep();
        await GoneAsync();

        _late.Await(Shown, 12);
        await MoveAsync(12);
        Keep();
        await GoneAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _late.StopAsync(CancellationToken.None);
        _late.Dispose();
        await _db.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private void Keep() => Assert.True(_cache.TryKeep(
        new(new(IsEnglish: false, "/hasil", ""), "<p>"u8.ToArray(), "text/html", [PageTag.Of(Shown[0])], long.MaxValue), _cache.Drops));

    private async Task GoneAsync()
    {
        while (_cache.Count > 0)
        {
            await Task.Delay(20, Ct);
        }
    }

    private Task<int> MoveAsync(long to) => _db.ExecuteAsync(
        $"""
        insert into events.mt_event_progression (name, last_seq_id, last_updated) values ('slow:All', {to}, now())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id
        """, Ct);

    private sealed class Slow : IFollower
    {
        public string Name => "slow";

        public string Ddl => "";

        public IReadOnlyList<string> Tables => [];

        public IReadOnlyCollection<Type> Handles => [];

        public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct) => Task.CompletedTask;
    }
}
