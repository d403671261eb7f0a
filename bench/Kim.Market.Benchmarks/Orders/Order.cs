namespace Kim.Market.Benchmarks.Orders;

/// <summary>The state that every variant folds, and keeps as a document.</summary>
public sealed record Order(
    Guid Id, Guid Buyer, string Currency, IReadOnlyList<Line> Lines, decimal Total, DateTimeOffset UpdatedAt)
{
    public decimal Paid { get; init; }

    public Progress Progress { get; init; } = Progress.Placed;

    public string? Tracking { get; init; }

    public string? LastScan { get; init; }

    public int Scans { get; init; }

    public int? Rating { get; init; }

    public static Order Evolve(Order? state, object happened) => happened switch
    {
        TrackingUpdated e => state! with { LastScan = e.Description, Scans = state.Scans + 1, UpdatedAt = e.Scanned },
        OrderPlaced e => new(e.Order, e.Buyer, e.Currency, e.Lines, e.Total, e.At),
        PaymentReceived e => state! with { Paid = state.Paid + e.Amount, Progress = Progress.Paid, UpdatedAt = e.At },
        OrderShipped e => state! with { Tracking = e.Number, Progress = Progress.Shipped, UpdatedAt = e.At },
        OrderCompleted e => state! with { Rating = e.Rating, Progress = Progress.Completed, UpdatedAt = e.At },
        _ => state!,
    };
}
