using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>Something a KIM did.</summary>
public sealed record Act(DateTime At, Guid Stream, long Version, short Kind, string? Subject)
{
    public ActKind What => (ActKind)Kind;
}

/// <summary>A KIM whose pulse is another than the one it was last told to have.</summary>
public sealed record PulseRow(Guid GroupId, DateTime LastAct, int? QuietAfter, int? StillAfter)
{
    public GroupRules Rules => QuietAfter is { } quiet && StillAfter is { } still
        ? GroupRules.Usual with { QuietAfter = quiet, StillAfter = still }
        : GroupRules.Usual;
}

/// <summary>Reads what a pulse rests on.</summary>
public sealed class PulseBook(NpgsqlDataSource db)
{
    private const string Progress = "pulses:All";

    /// <summary>The rules of the office nearest to a KIM <c>g</c> that has made some: of its kecamatan before its regency before its province.</summary>
    internal static SqlPart Rules => SqlPart.Of(
        $"""
        left join lateral (
            select r.quiet_after, r.still_after
            from pulse_rules r
            where r.quiet_after is not null and (g.seat = r.region or g.seat like r.region || '.%')
            order by length(r.region) desc
            limit 1
        ) rules on true
        """);

    /// <summary>How many people make a KIM <c>g</c>, by the same nearest office; null where none has said.</summary>
    public static SqlPart MinMembers => SqlPart.Of(
        $"""
        (select r.min_members
         from pulse_rules r
         where r.min_members is not null and (g.seat = r.region or g.seat like r.region || '.%')
         order by length(r.region) desc
         limit 1)
        """);

    /// <summary>The statement for the last things a KIM did, newest first, for pages that read more in the same round trip.</summary>
    public static Sql Acts(string slug) => ActsOf(SqlPart.Of($"(select group_id from groups where slug = {slug})"));

    private static Sql ActsOf(SqlPart group) =>
        $"""
        select a.at, a.stream, a.version, a.kind, coalesce(p.name, b.name, o.number, t.title, k.title) as subject
        from group_acts a
        left join products p on p.product_id = a.stream
        left join businesses b on b.business_id = a.stream
        left join orders o on o.order_id = a.stream
        left join stories t on t.story_id = a.stream and t.shown
        left join attendances n on n.attendance_id = a.stream
        left join coachings k on k.coaching_id = n.coaching_id and k.is_open
        where a.group_id = {group}
        order by a.at desc, a.stream, a.version
        limit {GroupActs.Kept}
        """;

    /// <summary>The pulse of a KIM that the caller has found; null before it did anything.</summary>
    public async Task<PulseView?> LookAsync(Guid group, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select g.status, (select max(a.at) from group_acts a where a.group_id = g.group_id) as last_act, rules.quiet_after, rules.still_after,
                   shops.waiting_goods, shops.waiting_stalls, shops.ready_orders, shops.withdrawn, shops.stalls
            from groups g
            cross join lateral (
                select coalesce(sum(goods.waiting) filter (where b.status = {(short)BusinessStatus.Open}), 0)::int as waiting_goods,
                       count(*) filter (where b.status = {(short)BusinessStatus.Registered})::int as waiting_stalls,
                       coalesce(sum(ready.orders), 0)::int as ready_orders,
                       coalesce(sum(goods.withdrawn) filter (where b.status = {(short)BusinessStatus.Open}), 0)::int as withdrawn,
                       count(*) filter (where b.status = {(short)BusinessStatus.Open})::int as stalls
                from businesses b
                cross join lateral (
                    select count(*) filter (where p.status = {(short)ProductStatus.Submitted}) as waiting,
                           count(*) filter (where p.status = {(short)ProductStatus.Withdrawn}) as withdrawn
                    from products p where p.business_id = b.business_id) goods
                cross join lateral (
                    select count(*) as orders from orders o where o.business_id = b.business_id and o.status = {(short)OrderStatus.Ready}) ready
                where b.group_id = g.group_id
            ) shops
            {Rules}
            where g.group_id = {group} and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
            """);
        batch.Add(ActsOf(SqlPart.Of($"{group}::uuid")));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<PulseFacts>(ct);
        await reader.NextResultAsync(ct);
        var acts = await reader.RowsAsync<Act>(ct);
        if (found is not [{ LastAct: { } last } facts])
        {
            return null;
        }

        var (step, count) = facts.Cheapest;
        return new(facts.Rules.PulseOf(last, now), facts.Rules.ChangesAt(last, now), acts, step, count);
    }

    /// <summary>Whether the acts are as new as the events: from old ones, a KIM that has just acted would be called still.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken ct) => (await db.RowsAsync<bool>(
        $"""
        select not exists (
            select from events.mt_events
            where seq_id > (select coalesce(max(last_seq_id), 0) from events.mt_event_progression where name = {Progress})
              and timestamp < now() - interval '10 seconds')
        """, ct))[0];

    /// <summary>Those whose pulse has to be told anew.</summary>
    public Task<List<PulseRow>> ChangedAsync(DateTimeOffset now, int most, CancellationToken ct) => db.RowsAsync<PulseRow>(
        $"""
        select felt.group_id, felt.last_act, felt.quiet_after, felt.still_after
        from (
            select g.group_id, g.pulse, acts.last_act, rules.quiet_after, rules.still_after,
                   extract(epoch from {now}::timestamptz - acts.last_act) / 86400 as age
            from groups g
            cross join lateral (select max(a.at) as last_act from group_acts a where a.group_id = g.group_id) acts
            {Rules}
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}) and acts.last_act is not null
        ) felt
        where felt.pulse is distinct from (case
            when felt.age < coalesce(felt.quiet_after, {GroupRules.Usual.QuietAfter}) then {(short)GroupPulse.Active}
            when felt.age < coalesce(felt.still_after, {GroupRules.Usual.StillAfter}) then {(short)GroupPulse.Quiet}
            else {(short)GroupPulse.Still} end)::smallint
        order by felt.group_id
        limit {most}
        """, ct);
}
