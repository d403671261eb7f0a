namespace Kim.Market.EventSourcing.Tests;

public class SqlTests(Depot depot) : IClassFixture<Depot>
{
    [Fact]
    public async Task A_value_never_becomes_text_of_the_statement()
    {
        var name = "'; drop schema events cascade; --";

        var answer = await depot.Db.QueryAsync($"select {name}::text, {7} + {35L}", row => (row.GetString(0), row.GetInt64(1)), Ct);

        Assert.Equal([(name, 42)], answer);
    }

    [Fact]
    public async Task A_part_brings_its_own_values_wherever_and_however_often_it_stands()
    {
        var part = SqlPart.Of($"{10} + {1}");

        var answer = await depot.Db.QueryAsync($"select {100} + {part}, {part} - {1000}, $$1$$", row => (row.GetInt32(0), row.GetInt32(1), row.GetString(2)), Ct);

        Assert.Equal([(111, -989, "1")], answer);
    }

    [Fact]
    public async Task Every_kind_of_value_arrives_also_when_it_is_missing()
    {
        await depot.Db.ExecuteAsync(
            $"""
            create table if not exists kinds (
                place int, t text, n bigint, i int, u uuid, b boolean, at timestamptz, j jsonb, m numeric, d date)
            """,
            Ct);
        var (id, at) = (Guid.NewGuid(), new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        var json = new Json("""{"a":1}"""u8.ToArray());

        // More than once: the second statement is a prepared one, and must take what the first one took.
        for (var i = 0; i < 3; i++)
        {
            await Insert(i, null, null, null, null, null, null, null, null, null);
            await Insert(i, "kayu", 7, 8, id, true, at, json, 1.50m, new(2026, 3, 1));
        }

        var rows = await depot.Db.QueryAsync($"select kinds::text from kinds order by place, t nulls first", row => row.GetString(0), Ct);
        Assert.Equal(6, rows.Count);
        Assert.Equal("(2,,,,,,,,,)", rows[4]);
        Assert.Equal($$"""(2,kayu,7,8,{{id}},t,"2026-03-01 01:00:00+00","{""a"": 1}",1.50,2026-03-01)""", rows[5]);

        Task Insert(
            int place, string? t, long? n, int? i, Guid? u, bool? b, DateTimeOffset? at, Json? j, decimal? m, DateOnly? d) =>
            depot.Db.ExecuteAsync(
                $"insert into kinds values ({place}, {t}, {n}, {i}, {u}, {b}, {at}, {j}, {m}, {d})", Ct);
    }

    [Fact]
    public async Task Lists_are_unfolded_by_the_database()
    {
        Guid[] ids = [Guid.NewGuid(), Guid.NewGuid()];
        Json[] bodies = [new("1"u8.ToArray()), new("[2]"u8.ToArray())];

        var rows = await depot.Db.QueryAsync(
            $"select * from unnest({ids}, {new[] { "a", "b" }}, {new[] { 1L, 2L }}, {bodies})",
            row => (row.GetGuid(0), row.GetString(1), row.GetInt64(2), row.GetString(3)),
            Ct);

        Assert.Equal([(ids[0], "a", 1, "1"), (ids[1], "b", 2, "[2]")], rows);
    }
}
