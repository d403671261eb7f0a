using Kim.Market.Domain;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Stocks;

/// <summary>Writes <c>stock_levels</c>. It guards: when two orders take the last piece, its check lets one of them through.</summary>
public sealed class StockLevels : IProjection
{
    public string Name => "stock_levels";

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(StockOpened), typeof(StockReceived), typeof(StockRemoved), typeof(StockMoved), typeof(StockCounted),
        typeof(StockReserved), typeof(StockReleased), typeof(StockIssued),
    ];

    public bool Guards => true;

    public string Ddl { get; } = Ddls.Of<StockLevels>();

    public IReadOnlyList<string> Tables { get; } = ["stock_levels"];

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        var product = Stock.ProductOf(new Id<Stock>(recorded.Stream)).Value;
        switch (recorded.Data)
        {
            case StockOpened e:
                batch.Add($"insert into stock_levels (product_id, on_hand, reserved, tended_at) values ({product}, 0, 0, {e.At.ToUniversalTime()})");
                break;
            case StockReceived e: Tend(e.Quantity, e.At); break;
            case StockRemoved e: Tend(-e.Quantity, e.At); break;
            case StockMoved e: Tend(e.Change, e.At); break;
            case StockCounted e: Tend(e.Change, e.At); break;
            case StockReserved e: Move(0, e.Quantity); break;
            case StockReleased e: Move(0, -e.Quantity); break;
            case StockIssued e: Move(-e.Quantity, -e.Quantity); break;
        }

        void Tend(int onHand, DateTimeOffset at) => batch.Add(
            $"""
            update stock_levels set on_hand = on_hand + {onHand}, tended_at = {at.ToUniversalTime()}
            where product_id = {product}
            """);

        void Move(int onHand, int reserved) => batch.Add(
            $"""
            update stock_levels set on_hand = on_hand + {onHand}, reserved = reserved + {reserved}
            where product_id = {product}
            """);
    }
}
