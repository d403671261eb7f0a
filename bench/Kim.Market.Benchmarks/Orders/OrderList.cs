using System.Text.Json;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks.Orders;

public sealed record OrderRow(Guid Id, Order Order, long Version);

/// <summary>One document per order, as a stream view.</summary>
public sealed class OrderList : StreamView<OrderRow>
{
    public override string Name => "order_list";

    public override string Kind => "order";

    public override string Ddl =>
        "create table order_list (id uuid primary key, data jsonb not null, version bigint not null, written_at timestamptz not null)";

    protected override Columns<OrderRow> Columns { get; } = new()
    {
        { "id", NpgsqlDbType.Uuid, row => row.Id },
        { "data", NpgsqlDbType.Jsonb, row => JsonSerializer.SerializeToUtf8Bytes(row.Order, OrderJson.Default.Order) },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "written_at", NpgsqlDbType.TimestampTz, row => row.Order.UpdatedAt },
    };

    protected override OrderRow Evolve(OrderRow? row, Recorded recorded) =>
        new(recorded.Stream, Order.Evolve(row?.Order, recorded.Data), recorded.Version);
}
