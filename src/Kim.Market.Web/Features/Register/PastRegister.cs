using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Groups;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>A KIM as it stood on a day that has passed.</summary>
/// <param name="Slug">Null when it was withdrawn since.</param>
/// <param name="Now">Where it stands today.</param>
public sealed record PastRow(Guid GroupId, string Name, string? Slug, string Place, short Status, short? Pulse, short? Now);

/// <summary>Reads the register as it stood when a day ended, by the clock of each KIM's own place.</summary>
public sealed class PastRegister(NpgsqlDataSource db)
{
    /// <summary>One page by name, and how many there were of each status and pulse.</summary>
    public async Task<(List<StatusCount> Counts, Slice<PastRow> Groups)> PageAsync(
        Asker asker, DateOnly day, GroupStatus? status, GroupPulse? pulse, string query, GroupKey? after, CancellationToken ct)
    {
        var from = after ?? new GroupKey("", Guid.Empty);
        var like = GroupRegister.Like(query);
        await using var batch = db.CreateBatch();
        batch.Add($"select g.status, g.pulse, count(*)::int as count from ({Then(asker, day)}) g group by g.status, g.pulse");
        batch.Add(
            $"""
            select g.group_id, g.name, today.slug, g.place, g.status, g.pulse, today.status as now
            from ({Then(asker, day)}) g
            left join groups today on today.group_id = g.group_id
            where ({(short?)status}::smallint is null or g.status = {(short?)status})
              and ({(short?)pulse}::smallint is null or g.pulse = {(short?)pulse} and {GroupRegister.IsFelt})
              and (lower(g.name) like {like} or lower(g.full_place) like {like})
              and (g.name, g.group_id) > ({from.Name}, {from.GroupId})
            order by g.name, g.group_id
            limit {GroupRegister.PageSize + 1}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var counts = await reader.RowsAsync<StatusCount>(ct);
        await reader.NextResultAsync(ct);
        return (counts, Slice<PastRow>.Of(await reader.RowsAsync<PastRow>(ct), GroupRegister.PageSize));
    }

    private static SqlPart Then(Asker asker, DateOnly day) => SqlPart.Of(
        $"""
        select g.group_id, g.name, r.place, r.full_place, standing.status, felt.pulse
        from group_turns g
        join app.regions r on r.code = g.seat
        cross join lateral (select ({day}::date + 1)::timestamp at time zone r.time_zone as ends) of_day
        cross join lateral (
            select t.status from group_turns t
            where t.group_id = g.group_id and t.status is not null and t.at < of_day.ends
            order by t.at desc, t.version desc
            limit 1) standing
        left join lateral (
            select t.pulse from group_turns t
            where t.group_id = g.group_id and t.pulse is not null and t.at < of_day.ends
            order by t.at desc, t.version desc
            limit 1) felt on true
        where g.seat is not null and standing.status <> {(short)GroupStatus.Withdrawn} and {GroupRegister.Within(asker)}
        """);
}
