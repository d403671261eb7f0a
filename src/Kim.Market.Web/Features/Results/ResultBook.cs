using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>Keeps the public result: each figure together with the rows it counts, each row with the event that made it.</summary>
public sealed class ResultBook : IFollower
{
    public string Name => "results";

    public string Ddl { get; } = Ddls.Of<ResultBook>();

    public IReadOnlyList<string> Tables { get; } =
        ["result_rows", "result_totals", "result_orders", "result_groups", "result_shops", "result_products"];

    // figures of a moment ago serve as well, and ten orders cost little more than one
    public TimeSpan Rest => TimeSpan.FromMilliseconds(100);

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupProposed), typeof(GroupActivated), typeof(GroupReactivated), typeof(GroupDeclaredDormant), typeof(GroupSuspended),
        typeof(GroupSuspensionLifted), typeof(GroupDissolved),
        typeof(BusinessRegistered), typeof(BusinessApproved), typeof(BusinessClosed), typeof(BusinessReopened),
        typeof(ProductDrafted), typeof(ProductPublished), typeof(ProductWithdrawn),
        typeof(OrderPlaced), typeof(DeliveryQuoted), typeof(OrderCompleted), typeof(OrderRejected), typeof(OrderCancelled), typeof(OrderExpired), typeof(OrderReturned),
    ];

    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        foreach (var recorded in page)
        {
            foreach (var statement in Count(recorded))
            {
                batch.Add(statement);
            }
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<Sql> Count(Recorded recorded)
    {
        var stream = recorded.Stream;
        return recorded.Data switch
        {
            GroupProposed e => [$"insert into result_groups (group_id, seat) values ({stream}, {e.Seat.Value})"],
            GroupActivated e => [Awake(stream, true), GroupActive(recorded, e.At)],
            GroupReactivated e => [Awake(stream, true), GroupActive(recorded, e.At)],
            GroupDeclaredDormant => [Awake(stream, false), GroupGone(stream)],
            GroupSuspended or GroupDissolved => [GroupGone(stream)],
            GroupSuspensionLifted e => [GroupActive(recorded, e.At)],
            BusinessRegistered e =>
            [
                $"""
                insert into result_shops (business_id, group_id, village)
                values ({stream}, {e.Curator.Value}, {e.Village.Value})
                """,
            ],
            BusinessApproved e => [Open(stream, true), Settle(recorded, e.At)],
            BusinessReopened e => [Open(stream, true), Settle(recorded, e.At)],
            BusinessClosed e => [Open(stream, false), Settle(recorded, e.At)],
            ProductDrafted e =>
                [$"insert into result_products (product_id, business_id) values ({stream}, {e.Seller.Value})"],
            ProductPublished e => [Shelve(stream, 1), Settle(recorded, e.At)],
            ProductWithdrawn e => [Shelve(stream, -1), Settle(recorded, e.At)],
            OrderPlaced e =>
            [
                $"""
                insert into result_orders (order_id, business_id, group_id, village, goods)
                values ({stream}, {e.Seller.Value}, {e.Curator.Value}, {e.SellerVillage.Value}, {e.Goods.Amount})
                """,
                OneMore(Metric.PlacedOrders, e.At),
            ],
            OrderCompleted e => [OrderCompleted(recorded, e)],
            DeliveryQuoted => [$"update result_orders set answered = true where order_id = {stream}"],
            OrderExpired e => [Unanswered(stream, e.At), Forget(stream)],
            _ => [Forget(stream)],
        };
    }

    private static Sql Forget(Guid order) => $"delete from result_orders where order_id = {order}";

    private static Sql OneMore(short metric, DateTimeOffset at) =>
        $"""
        insert into result_totals as t (metric, month, rows, amount) values ({metric}, {Month(at)}, 1, 0)
        on conflict (metric, month) do update set rows = t.rows + 1
        """;

    // An order that ends because its buyer did not agree to what delivery costs was answered.
    private static Sql Unanswered(Guid order, DateTimeOffset at) =>
        $"""
        insert into result_totals as t (metric, month, rows, amount)
        select {Metric.ExpiredOrders}, {Month(at)}, 1, 0 from result_orders where order_id = {order} and not answered
        on conflict (metric, month) do update set rows = t.rows + 1
        """;

    // One calendar for all: a month begins at midnight in central Indonesia (WITA), where most of the market lies.
    private static DateOnly Month(DateTimeOffset at)
    {
        var day = DateFormat.DayIn(at, Zone.Wita);
        return new(day.Year, day.Month, 1);
    }

    private static Sql GroupActive(Recorded recorded, DateTimeOffset at) =>
        $"""
        with added as (
            insert into result_rows (metric, subject, at, month, amount, group_id, village, stream, version)
            select {Metric.ActiveGroups}, group_id, {at}, {Month(at)}, 0, group_id, seat, {recorded.Stream}, {recorded.Version}
            from result_groups where group_id = {recorded.Stream} and awake
            on conflict do nothing
            returning month
        )
        insert into result_totals as t (metric, month, rows, amount)
        select {Metric.ActiveGroups}, month, 1, 0 from added
        on conflict (metric, month) do update set rows = t.rows + 1
        """;

    // What a suspended KIM is again when that ends.
    private static Sql Awake(Guid group, bool awake) => $"update result_groups set awake = {awake} where group_id = {group}";

    private static Sql GroupGone(Guid group) =>
        $"""
        with gone as (
            delete from result_rows where metric = {Metric.ActiveGroups} and subject = {group} returning month
        )
        update result_totals t set rows = t.rows - 1
        from gone where t.metric = {Metric.ActiveGroups} and t.month = gone.month
        """;

    private static Sql Open(Guid business, bool open) =>
        $"update result_shops set open = {open} where business_id = {business}";

    private static Sql Shelve(Guid product, int more) =>
        $"""
        update result_shops s set products = products + {more}
        from result_products p where p.product_id = {product} and s.business_id = p.business_id
        """;

    // An UMKM counts while its stall is open and something lies on it.
    private static Sql Settle(Recorded recorded, DateTimeOffset at) =>
        $"""
        with shop as (
            select * from result_shops
            where business_id = {recorded.Stream}
               or business_id = (select business_id from result_products where product_id = {recorded.Stream})
        ), added as (
            insert into result_rows (metric, subject, at, month, amount, business_id, group_id, village, stream, version)
            select {Metric.ActiveBusinesses}, business_id, {at}, {Month(at)}, 0, business_id, group_id, village,
                   {recorded.Stream}, {recorded.Version}
            from shop where open and products > 0
            on conflict do nothing
            returning month, 1 as change
        ), gone as (
            delete from result_rows r using shop
            where r.metric = {Metric.ActiveBusinesses} and r.subject = shop.business_id and not (shop.open and shop.products > 0)
            returning r.month, -1 as change
        )
        insert into result_totals as t (metric, month, rows, amount)
        select {Metric.ActiveBusinesses}, month, change, 0 from (select * from added union all select * from gone) changed
        on conflict (metric, month) do update set rows = t.rows + excluded.rows
        """;

    private static Sql OrderCompleted(Recorded recorded, OrderCompleted e) =>
        $"""
        with done as (
            delete from result_orders where order_id = {recorded.Stream} returning *
        ), added as (
            insert into result_rows (metric, subject, at, month, amount, business_id, group_id, village, stream, version)
            select {Metric.CompletedOrders}, order_id, {e.At}, {Month(e.At)}, goods, business_id, group_id, village,
                   {recorded.Stream}, {recorded.Version}
            from done
            returning month, amount
        )
        insert into result_totals as t (metric, month, rows, amount)
        select {Metric.CompletedOrders}, month, 1, amount from added
        on conflict (metric, month) do update set rows = t.rows + 1, amount = t.amount + excluded.amount
        """;
}
