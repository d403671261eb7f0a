using System.Data;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Regions;

/// <summary>Reads <c>app.regions</c>; the table is in the .sql file beside this one.</summary>
public sealed class Places(NpgsqlDataSource db)
{
    public const int PageSize = 100;

    /// <summary>The region that bears this code today, or the one it has become; null if there never was one.</summary>
    public async Task<Region?> FindAsync(RegionCode code, CancellationToken ct) => (await db.QueryAsync(
        $"""
        with recursive trail as (
            select {code.Value} collate "C" as code, 0 as step
            union all
            select succession.new_code, trail.step + 1
            from trail
            join app.region_successions succession on succession.old_code = trail.code
            where trail.step < 9
        )
        select code, name, word, place, full_place, time_zone
        from trail
        join app.regions using (code)
        order by step
        limit 1
        """, Map, ct)).SingleOrDefault();

    public Task<List<Region>> ProvincesAsync(CancellationToken ct) => db.QueryAsync(
        $"""
        select code, name, word, place, full_place, time_zone
        from app.regions
        where parent is null
        order by code
        """, Map, ct);

    /// <summary>One page of what lies directly within; the next page begins after the last code of this one.</summary>
    public Task<List<Region>> ChildrenAsync(RegionCode parent, RegionCode? after, CancellationToken ct) =>
        db.QueryAsync(
            $"""
            select code, name, word, place, full_place, time_zone
            from app.regions
            where parent = {parent.Value} and code > {after?.Value ?? ""}
            order by code
            limit {PageSize}
            """, Map, ct);

    /// <summary>How many regions of each kind lie within, at any depth.</summary>
    public async Task<IReadOnlyDictionary<RegionKind, int>> CountsWithinAsync(
        RegionCode region, CancellationToken ct) =>
        (await db.QueryAsync(
            $"""
            select kind, count(*)::int as count
            from app.regions
            where code > {region.Value + '.'} and code < {region.Value + '/'}
            group by kind
            """,
            row => (Kind: Enum.Parse<RegionKind>(row.GetString("kind")), Count: row.GetInt32("count")), ct))
        .ToDictionary(row => row.Kind, row => row.Count);

    private static Region Map(NpgsqlDataReader row) => new(
        RegionCode.Parse(row.GetString("code")),
        row.GetString("name"),
        row.GetString("word"),
        row.GetString("place"),
        row.GetString("full_place"),
        row.GetString("time_zone"));
}
