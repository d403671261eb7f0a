using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>An order with a complaint, as a desk lists it.</summary>
/// <param name="Acts">Whether the asker may say something here: somebody may be an officer in one region and only read in another.</param>
public sealed record ComplaintRow(
    Guid OrderId, long Version, string Number, Guid BuyerId, Guid BusinessId, string Business, string Village, string Goods, long Total, short Status,
    short Complaint, short ComplaintKind, DateTime ComplaintAt, DateTime? DueAt, bool Acts)
{
    public ComplaintStage Stage => (ComplaintStage)Complaint;

    public ComplaintKind Kind => (ComplaintKind)ComplaintKind;

    public OrderStatus State => (OrderStatus)Status;

    public bool IsOver => Stage is ComplaintStage.Settled or ComplaintStage.Decided;

    public bool IsEscalated => Stage is ComplaintStage.Escalated or ComplaintStage.Proposed;
}

/// <summary>Reads complaints for the desks that they concern; every statement draws that line itself.</summary>
public sealed class ComplaintBook(NpgsqlDataSource db, EventStore store, Evidence evidence, Words words)
{
    public const int PageSize = 10;

    private static readonly SqlPart Columns = SqlPart.Of(
        $"""
        o.order_id, o.version, o.number, o.buyer_id, o.business_id, b.name as business, o.village,
        (select string_agg((l ->> 'Quantity') || ' × ' || (l ->> 'Name'), ', ') from jsonb_array_elements(o.lines) l) as goods,
        o.total, o.status, o.complaint, o.complaint_kind, o.complaint_at, o.due_at
        """);

    /// <summary>One page: what runs with the oldest on top, or what is over with the newest.</summary>
    public async Task<Slice<ComplaintRow>> PageAsync(Asker asker, string desk, bool over, string? after, CancellationToken ct)
    {
        var (at, id) = Cursor.TryRead(after, out DateTime moment, out var order) ? (moment, order)
            : over ? (new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty) : (DateTime.UnixEpoch, Guid.Empty);
        var mine = Mine(asker, desk);
        return Slice<ComplaintRow>.Of(
            await db.RowsAsync<ComplaintRow>(
                over
                    ? $"""
                      select {Columns}, {Acts(asker, desk)} as acts
                      from orders o join businesses b on b.business_id = o.business_id
                      where o.complaint in (4, 5) and {mine} and (o.complaint_at, o.order_id) < ({at}, {id})
                      order by o.complaint_at desc, o.order_id desc limit {PageSize + 1}
                      """
                    : (Sql)$"""
                      select {Columns}, {Acts(asker, desk)} as acts
                      from orders o join businesses b on b.business_id = o.business_id
                      where o.complaint in (0, 1, 2, 3) and {mine} and (o.complaint_at, o.order_id) > ({at}, {id})
                      order by o.complaint_at, o.order_id limit {PageSize + 1}
                      """, ct),
            PageSize);
    }

    /// <summary>One of them, where the asker may say something about it.</summary>
    public async Task<ComplaintRow?> FindAsync(Asker asker, string desk, Guid order, CancellationToken ct) => await db.RowAsync<ComplaintRow>(
        $"""
        select {Columns}, true as acts
        from orders o join businesses b on b.business_id = o.business_id
        where o.order_id = {order} and o.complaint is not null and {Mine(asker, desk)} and {Acts(asker, desk)}
        """, ct);

    /// <summary>How many wait for this desk.</summary>
    public async Task<int> WaitingAsync(Asker asker, string desk, CancellationToken ct) => (await db.RowsAsync<int>(
        $"""
        select count(*)::int from orders o
        where o.complaint = any({(short[])(desk == Desk.Seller ? [0] : desk == Desk.Group ? [2] : [2, 3])}) and {Mine(asker, desk)}
        """, ct))[0];

    /// <summary>The cases behind these rows, with everything that was said.</summary>
    public async Task<IReadOnlyList<ComplaintCase>> OpenAsync(IReadOnlyList<ComplaintRow> rows, string photoPath, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.Select(row => row.OrderId).ToArray();
        var histories = await store.ReadManyAsync(ids, ct);
        var texts = await evidence.WordsAsync(ids, ct);
        return
        [
            .. rows.Select(row => new ComplaintCase(
                row, ComplaintCase.Tell(histories[row.OrderId], texts, words), OrderTimeline.Of(histories[row.OrderId], words), photoPath)),
        ];
    }

    /// <summary>The complaint about one order, by the key that opens it; the order stands even before anybody complained.</summary>
    public async Task<ComplaintRow?> OfBuyerAsync(string token, Guid order, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await db.RowAsync<ComplaintRow>(
            $"""
            select o.order_id, o.version, o.number, o.buyer_id, o.business_id, b.name as business, o.village,
                   (select string_agg((l ->> 'Quantity') || ' × ' || (l ->> 'Name'), ', ') from jsonb_array_elements(o.lines) l) as goods,
                   o.total, o.status, coalesce(o.complaint, -1)::smallint as complaint, coalesce(o.complaint_kind, 0)::smallint as complaint_kind,
                   coalesce(o.complaint_at, o.placed_at) as complaint_at, o.due_at, true as acts
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id
            join businesses b on b.business_id = o.business_id
            where t.hash = {hash} and t.order_id is null and o.order_id = {order}
            """, ct)
        : null;

    /// <summary>Everything that was said about these orders. Whose they are, the caller has asked.</summary>
    public async Task<ILookup<Guid, Statement>> SaidAsync(Guid[] orders, CancellationToken ct)
    {
        var texts = orders.Length == 0 ? new Dictionary<Guid, string>() : await evidence.WordsAsync(orders, ct);
        var histories = orders.Length == 0 ? [] : (await store.ReadManyAsync(orders, ct)).ToList();
        return histories.SelectMany(history => ComplaintCase.Tell(history.Value, texts, words).Select(said => (history.Key, said)))
            .ToLookup(one => one.Key, one => one.said);
    }

    private static SqlPart Mine(Asker asker, string desk) => desk switch
    {
        Desk.Seller => SqlPart.Of(
            $"""
            o.business_id in (
                select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller}
                  and role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)}, {nameof(BusinessRole.OrderHelper)}))
            """),
        Desk.Group => SqlPart.Of(
            $"""
            o.escalated_at is not null and o.group_id in (
                select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Group}
                  and role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
            """),
        _ => SqlPart.Of(
            $"""
            o.escalated_at is not null and exists (
                select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and o.village || '.' like m.region || '.%')
            """),
    };

    // Auditors read; everybody else who reads may also speak.
    private static SqlPart Acts(Asker asker, string desk) => desk == Desk.Office
        ? SqlPart.Of(
            $"""
            exists (
                select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and o.village || '.' like m.region || '.%'
                  and m.role = {nameof(OfficeRole.Officer)})
            """)
        : SqlPart.Of($"true");
}
