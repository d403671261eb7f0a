using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>What counts as something a KIM did. The numbers are stored.</summary>
public enum ActKind { Opened, StallApproved, ProductShown, OrderCompleted, StoryWritten, CoachingAttended }

/// <summary>Keeps the last things each KIM did, behind the events.</summary>
public sealed class GroupActs : IFollower
{
    /// <summary>A pulse rests on so many events.</summary>
    public const int Kept = 3;

    public string Name => "pulses";

    public string Ddl { get; } = Ddls.Of<GroupActs>();

    public IReadOnlyList<string> Tables { get; } = ["group_acts", "act_shops", "act_goods", "act_orders", "pulse_rules"];

    // a pulse is felt by the day
    public TimeSpan Rest => TimeSpan.FromMilliseconds(400);

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupActivated), typeof(GroupReactivated), typeof(BusinessRegistered), typeof(BusinessApproved), typeof(ProductDrafted),
        typeof(ProductPublished), typeof(OrderPlaced), typeof(OrderCompleted), typeof(OrderRejected), typeof(OrderCancelled),
        typeof(OrderExpired), typeof(OfficeOpened), typeof(OfficeRulesSet), typeof(StoryWritten), typeof(AttendanceRecorded),
    ];

    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        Remember(batch, Of<BusinessRegistered>(page, e => e.Curator.Value), (ids, groups) =>
            $"insert into act_shops (business_id, group_id) select * from unnest({ids}, {groups})");
        Remember(batch, Of<ProductDrafted>(page, e => e.Seller.Value), (ids, shops) =>
            $"insert into act_goods (product_id, business_id) select * from unnest({ids}, {shops})");
        Remember(batch, Of<OrderPlaced>(page, e => e.Curator.Value), (ids, groups) =>
            $"insert into act_orders (order_id, group_id) select * from unnest({ids}, {groups})");
        Note(batch, [.. page.Select(DoneBy).OfType<Done>()]);
        Forget(batch, [.. page.Where(recorded => recorded.Data is OrderCompleted or OrderRejected or OrderCancelled or OrderExpired).Select(recorded => recorded.Stream)]);
        foreach (var recorded in page)
        {
            if (Rule(recorded) is { } rule)
            {
                batch.Add(rule);
            }
        }

        return Task.CompletedTask;
    }

    private static (Guid Id, Guid Of)[] Of<T>(IReadOnlyList<Recorded> page, Func<T, Guid> of) =>
        [.. page.Where(recorded => recorded.Data is T).Select(recorded => (recorded.Stream, of((T)recorded.Data)))];

    private static void Remember(NpgsqlBatch batch, (Guid Id, Guid Of)[] known, Func<Guid[], Guid[], Sql> insert)
    {
        if (known.Length > 0)
        {
            batch.Add(insert([.. known.Select(one => one.Id)], [.. known.Select(one => one.Of)]));
        }
    }

    private static void Forget(NpgsqlBatch batch, Guid[] orders)
    {
        if (orders.Length > 0)
        {
            batch.Add($"delete from act_orders where order_id = any({orders})");
        }
    }

    private static Done? DoneBy(Recorded recorded) => recorded.Data switch
    {
        GroupActivated e => new(recorded, ActKind.Opened, e.At, recorded.Stream),
        GroupReactivated e => new(recorded, ActKind.Opened, e.At, recorded.Stream),
        BusinessApproved e => new(recorded, ActKind.StallApproved, e.At, null),
        ProductPublished e => new(recorded, ActKind.ProductShown, e.At, null),
        StoryWritten e => new(recorded, ActKind.StoryWritten, e.At, e.Group.Value),
        AttendanceRecorded e => new(recorded, ActKind.CoachingAttended, e.At, e.Group.Value),
        OrderCompleted e => new(recorded, ActKind.OrderCompleted, e.At, null),
        _ => null,
    };

    // Of which KIM it is, the statement itself finds out; what is older than the newest three goes.
    private static void Note(NpgsqlBatch batch, Done[] done)
    {
        if (done.Length == 0)
        {
            return;
        }

        var whose = SqlPart.Of(
            $"""
            select coalesce(d.group_id, own.group_id, shop.group_id, o.group_id) as group_id, d.at, d.stream, d.version, d.kind
            from unnest({done.Select(act => act.Group).ToArray()}, {done.Select(act => (DateTimeOffset?)act.At).ToArray()},
                        {done.Select(act => act.Recorded.Stream).ToArray()}, {done.Select(act => act.Recorded.Version).ToArray()},
                        {done.Select(act => (short)act.Kind).ToArray()}) d (group_id, at, stream, version, kind)
            left join act_shops own on own.business_id = d.stream
            left join act_goods goods on goods.product_id = d.stream
            left join act_shops shop on shop.business_id = goods.business_id
            left join act_orders o on o.order_id = d.stream
            """);
        batch.Add(
            $"""
            insert into group_acts (group_id, at, stream, version, kind)
            select ranked.group_id, ranked.at, ranked.stream, ranked.version, ranked.kind
            from (
                select whose.*, row_number() over (partition by whose.group_id order by whose.at desc, whose.stream, whose.version) as place
                from ({whose}) whose
                where whose.group_id is not null
            ) ranked
            where ranked.place <= {Kept}
            on conflict do nothing
            """);
        batch.Add(
            $"""
            delete from group_acts old
            using (
                select a.group_id, a.stream, a.version, row_number() over (partition by a.group_id order by a.at desc, a.stream, a.version) as place
                from group_acts a
                where a.group_id in (select whose.group_id from ({whose}) whose)
            ) ranked
            where ranked.place > {Kept} and old.group_id = ranked.group_id and old.stream = ranked.stream and old.version = ranked.version
            """);
    }

    private static Sql? Rule(Recorded recorded) => recorded.Data switch
    {
        OfficeOpened e => (Sql)$"insert into pulse_rules (office_id, region) values ({recorded.Stream}, {e.Region.Value})",
        OfficeRulesSet e =>
            $"""
            update pulse_rules set quiet_after = {e.Rules.QuietAfter}, still_after = {e.Rules.StillAfter}, min_members = {e.Rules.MinMembers}
            where office_id = {recorded.Stream}
            """,
        _ => null,
    };

    /// <param name="Group">Null where it is found by the stall, the goods or the order.</param>
    private sealed record Done(Recorded Recorded, ActKind Kind, DateTimeOffset At, Guid? Group);
}
