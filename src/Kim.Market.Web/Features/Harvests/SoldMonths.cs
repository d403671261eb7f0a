using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>Counts in which months a product is really sold, behind the events.</summary>
public sealed class SoldMonths : IFollower
{
    public string Name => "sold_months";

    public string Ddl { get; } = Ddls.Of<SoldMonths>();

    public IReadOnlyList<string> Tables { get; } = ["sold_months"];

    /// <summary>It is read once a month, as it were.</summary>
    public TimeSpan Rest => TimeSpan.FromSeconds(2);

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(OrderCompleted)];

    // What was ordered, the order's first event says; it is read where it stands, so that nothing has to be remembered meanwhile.
    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        Guid[] orders = [.. page.Select(recorded => recorded.Stream)];
        DateTime[] ats = [.. page.Select(recorded => ((OrderCompleted)recorded.Data).At.UtcDateTime)];
        batch.Add(
            $"""
            insert into sold_months (product_id, month, quantity)
            select (line ->> 'Product')::uuid, date_trunc('month', done.at at time zone 'Asia/Makassar')::date, sum((line ->> 'Quantity')::int)
            from unnest({orders}, {ats}) as done (order_id, at)
            join events.mt_events placed on placed.stream_id = done.order_id and placed.version = 1
            cross join lateral jsonb_array_elements(placed.data -> 'Lines') line
            group by 1, 2
            on conflict (product_id, month) do update set quantity = sold_months.quantity + excluded.quantity
            """);
        return Task.CompletedTask;
    }
}
