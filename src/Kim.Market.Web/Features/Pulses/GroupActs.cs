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
        foreach (var recorded in page)
        {
            foreach (var statement in Note(recorded))
            {
                batch.Add(statement);
            }
        }

        return Task.CompletedTask;
    }

    private static Sql[] Note(Recorded recorded)
    {
        var stream = recorded.Stream;
        return recorded.Data switch
        {
            GroupActivated e => Act(recorded, ActKind.Opened, e.At, $"select {stream}::uuid as group_id"),
            GroupReactivated e => Act(recorded, ActKind.Opened, e.At, $"select {stream}::uuid as group_id"),
            BusinessRegistered e => [$"insert into act_shops (business_id, group_id) values ({stream}, {e.Curator.Value})"],
            BusinessApproved e => Act(recorded, ActKind.StallApproved, e.At, $"select group_id from act_shops where business_id = {stream}"),
            ProductDrafted e => [$"insert into act_goods (product_id, business_id) values ({stream}, {e.Seller.Value})"],
            ProductPublished e => Act(
                recorded, ActKind.ProductShown, e.At,
                $"select s.group_id from act_goods g join act_shops s on s.business_id = g.business_id where g.product_id = {stream}"),
            StoryWritten e => Act(recorded, ActKind.StoryWritten, e.At, $"select {e.Group.Value}::uuid as group_id"),
            AttendanceRecorded e => Act(recorded, ActKind.CoachingAttended, e.At, $"select {e.Group.Value}::uuid as group_id"),
            OrderPlaced e => [$"insert into act_orders (order_id, group_id) values ({stream}, {e.Curator.Value})"],
            OrderCompleted e =>
            [
                .. Act(recorded, ActKind.OrderCompleted, e.At, $"select group_id from act_orders where order_id = {stream}"),
                Forget(stream),
            ],
            OfficeOpened e => [$"insert into pulse_rules (office_id, region) values ({stream}, {e.Region.Value})"],
            OfficeRulesSet e =>
            [
                $"""
                update pulse_rules set quiet_after = {e.Rules.QuietAfter}, still_after = {e.Rules.StillAfter}, min_members = {e.Rules.MinMembers} where office_id = {stream}
                """,
            ],
            _ => [Forget(stream)],
        };
    }

    private static Sql Forget(Guid order) => $"delete from act_orders where order_id = {order}";

    // Of which KIM it is, the statement itself finds out; what is older than the newest three goes.
    private static Sql[] Act(Recorded recorded, ActKind kind, DateTimeOffset at, Sql whose) =>
    [
        $"""
        insert into group_acts (group_id, at, stream, version, kind)
        select whose.group_id, {at}, {recorded.Stream}, {recorded.Version}, {(short)kind} from ({SqlPart.Of(whose)}) whose
        on conflict do nothing
        """,
        $"""
        delete from group_acts old
        using (
            select a.group_id, a.stream, a.version, row_number() over (order by a.at desc, a.stream, a.version) as place
            from group_acts a
            where a.group_id = (select whose.group_id from ({SqlPart.Of(whose)}) whose)
        ) ranked
        where ranked.place > {Kept} and old.group_id = ranked.group_id and old.stream = ranked.stream and old.version = ranked.version
        """,
    ];
}
