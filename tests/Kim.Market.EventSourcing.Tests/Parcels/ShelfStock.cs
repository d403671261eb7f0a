using Npgsql;

namespace Kim.Market.EventSourcing.Tests.Parcels;

/// <summary>What is left on each shelf; refuses a commit that would take more than there is.</summary>
public sealed class ShelfStock : IProjection
{
    public const string Kind = "shelf";

    public string Name => "shelf_stock";

    public bool Guards => true;

    public IReadOnlyCollection<Type> Handles { get; } = [typeof(ShelfFilled), typeof(ShelfEmptied)];

    public IReadOnlyList<string> Tables { get; } = ["shelf_stock"];

    public string Ddl =>
        """
        create table shelf_stock (
            shelf_id  uuid     primary key,
            quantity  integer  not null constraint shelf_stock_never_negative check (quantity >= 0)
        )
        """;

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        switch (recorded.Data)
        {
            case ShelfFilled e:
                batch.Add(
                    $"""
                    insert into shelf_stock as s (shelf_id, quantity) values ({recorded.Stream}, {e.Quantity})
                    on conflict (shelf_id) do update set quantity = s.quantity + excluded.quantity
                    """);
                break;
            case ShelfEmptied e:
                batch.Add(
                    $"update shelf_stock set quantity = quantity - {e.Quantity} where shelf_id = {recorded.Stream}");
                break;
        }
    }
}
