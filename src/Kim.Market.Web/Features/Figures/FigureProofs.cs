using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Figures;

/// <summary>Whose an entry of the ledger is, and where.</summary>
/// <param name="Office">The office there at which the asker is an officer; null for whoever only reads.</param>
public sealed record FigureProofRow(string Name, string Village, string Place, string TimeZone, bool IsOrder, Guid? Office);

/// <summary>The events behind a row of the desk.</summary>
/// <param name="Events">The oldest first.</param>
/// <param name="Counted">The version that made the row.</param>
public sealed record FigureProof(FigureProofRow Row, IReadOnlyList<Recorded> Events, long Counted)
{
    /// <summary>What the office has last said about whether an order counts; null before it said anything.</summary>
    public OrderEvent? Verdict => Events.Select(recorded => recorded.Data).OfType<OrderEvent>().LastOrDefault(happened => happened is OrderStruck or OrderCountedAgain);

    public bool IsCompleted => Events.Any(recorded => recorded.Data is OrderCompleted);

    public long Version => Events[^1].Version;
}

/// <summary>Opens the events behind rows of the desk: only of what the ledger counts, and only in the officer's region.</summary>
public sealed class FigureProofs(NpgsqlDataSource db, EventStore store)
{
    /// <summary>Null where no row of theirs rests on that event.</summary>
    public async Task<FigureProof?> FindAsync(Asker asker, Guid stream, long version, CancellationToken ct) =>
        await RowAsync(asker, stream, version, ct) is { } row ? new(row, await store.ReadAsync(stream, ct: ct), version) : null;

    private Task<FigureProofRow?> RowAsync(Asker asker, Guid stream, long version, CancellationToken ct) => db.RowAsync<FigureProofRow>(
        $"""
        select coalesce(o.number, p.name, b.name, g.name, k.title, '–') as name, l.village, coalesce(r.place, l.village) as place,
               coalesce(r.time_zone, 'Asia/Makassar') as time_zone, o.order_id is not null as is_order,
               (select m.scope
                from memberships m
                where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.role = {nameof(Domain.Offices.OfficeRole.Officer)}
                  and (l.village = m.region or starts_with(l.village, m.region || '.'))
                order by length(m.region) desc
                limit 1) as office
        from (
            select * from ledger_entries where stream = {stream} and version = {version}
            union all
            select * from ledger_entries where ended_stream = {stream} and ended_version = {version}
        ) l
        left join app.regions r on r.code = l.village
        left join orders o on o.order_id = l.subject
        left join products p on p.product_id = l.subject
        left join businesses b on b.business_id = l.business_id
        left join groups g on g.group_id = l.group_id
        left join coachings k on k.coaching_id = l.subject
        where exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and (l.village = m.region or starts_with(l.village, m.region || '.')))
        limit 1
        """, ct);
}
