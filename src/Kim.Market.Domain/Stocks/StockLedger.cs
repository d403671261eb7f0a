namespace Kim.Market.Domain.Stocks;

/// <summary>Why goods came to a shelf or left it, as a seller reads it.</summary>
public enum LedgerKind { Harvest, SoldOutside, Damage, Sample, Count, SoldHere }

/// <summary>One line of a stock's ledger.</summary>
/// <param name="Balance">What lay on the shelf after it.</param>
public sealed record LedgerLine(LedgerKind Kind, int Change, int Balance, string Remark, DateTimeOffset At);

/// <summary>The movements of a product's stock, told from its events. What is only promised to an order still lies on the shelf.</summary>
public static class StockLedger
{
    /// <summary>The last movements, oldest first, told backwards from what lies on the shelf after them.</summary>
    public static IReadOnlyList<LedgerLine> UpTo(int onHand, IEnumerable<StockEvent> last)
    {
        StockEvent[] events = [.. last];
        var balance = onHand - events.Sum(happened => Read(happened)?.Change ?? 0);
        var lines = new List<LedgerLine>();
        foreach (var happened in events)
        {
            if (Read(happened) is var (kind, change, remark, at))
            {
                balance += change;
                lines.Add(new(kind, change, balance, remark, at));
            }
        }

        return lines;
    }

    private static (LedgerKind Kind, int Change, string Remark, DateTimeOffset At)? Read(StockEvent happened) => happened switch
    {
        StockReceived e => (LedgerKind.Harvest, e.Quantity, "", e.At),
        StockRemoved e => (Of(e.Reason), -e.Quantity, "", e.At),
        StockMoved e => (Of(e.Kind), e.Change, e.Remark, e.At),
        StockCounted e => (LedgerKind.Count, e.Change, e.Remark, e.At),
        StockIssued e => (LedgerKind.SoldHere, -e.Quantity, "", e.At),
        _ => null,
    };

    private static LedgerKind Of(RemovalReason reason) => reason switch
    {
        RemovalReason.Spoiled => LedgerKind.Damage,
        RemovalReason.Sample => LedgerKind.Sample,
        RemovalReason.SoldElsewhere => LedgerKind.SoldOutside,
        _ => LedgerKind.Count,
    };

    private static LedgerKind Of(MovementKind kind) => kind switch
    {
        MovementKind.Harvest => LedgerKind.Harvest,
        MovementKind.SoldOutside => LedgerKind.SoldOutside,
        MovementKind.Damage => LedgerKind.Damage,
        _ => LedgerKind.Sample,
    };
}
