using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Orders;

/// <summary>One drawer of a seller's inbox: which orders lie in it, and whether the oldest lie on top.</summary>
public sealed record InboxTab(string Slug, OrderStatus[] Statuses, bool OldestFirst)
{
    public static readonly InboxTab New = new("baru", [OrderStatus.Placed, OrderStatus.AwaitingQuote], OldestFirst: true);
    public static readonly InboxTab Accepted = new("diproses", [OrderStatus.Accepted, OrderStatus.Quoted], OldestFirst: true);
    public static readonly InboxTab Ready = new("siap", [OrderStatus.Ready], OldestFirst: true);
    public static readonly InboxTab Away = new("dikirim", [OrderStatus.Shipped, OrderStatus.Delivered, OrderStatus.Disputed], OldestFirst: true);

    public static readonly InboxTab Over = new(
        "selesai", [OrderStatus.Completed, OrderStatus.Rejected, OrderStatus.Cancelled, OrderStatus.Expired, OrderStatus.Returned], OldestFirst: false);

    /// <summary>Orders that came to nothing and whose money is still with the seller, or has not come back.</summary>
    public static readonly InboxTab Refunds = new("uang-kembali", [], OldestFirst: true);

    public static IReadOnlyList<InboxTab> All { get; } = [New, Accepted, Ready, Away, Over, Refunds];

    /// <summary>The drawer in which orders of that state lie.</summary>
    public static InboxTab Holding(OrderStatus status) => All.First(tab => tab.Statuses.Contains(status));

    /// <summary>The drawer of that name; the first one for a name that is none.</summary>
    public static InboxTab Of(string? slug) => All.FirstOrDefault(tab => tab.Slug == slug) ?? New;
}
