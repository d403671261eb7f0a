namespace Kim.Market.Web.Features.Results;

/// <summary>A figure of the result page: what it counts and where it can be opened.</summary>
/// <param name="Slug">The last part of the address of its rows.</param>
/// <param name="IsMoney">True where the rows are added up in rupiah instead of being counted.</param>
public sealed record Figure(string Slug, short Metric, bool IsMoney)
{
    public static readonly Figure ActiveGroups = new("kim-aktif", Results.Metric.ActiveGroups, IsMoney: false);
    public static readonly Figure ActiveBusinesses = new("umkm-aktif", Results.Metric.ActiveBusinesses, IsMoney: false);
    public static readonly Figure CompletedOrders = new("pesanan-selesai", Results.Metric.CompletedOrders, IsMoney: false);
    public static readonly Figure Turnover = new("nilai", Results.Metric.CompletedOrders, IsMoney: true);

    /// <summary>As the result page shows them.</summary>
    public static IReadOnlyList<Figure> All { get; } = [ActiveGroups, ActiveBusinesses, CompletedOrders, Turnover];

    public bool CountsOrders => Metric == Results.Metric.CompletedOrders;

    public static Figure? Find(string slug) => All.FirstOrDefault(figure => figure.Slug == slug);
}
