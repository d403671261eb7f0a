namespace Kim.Market.Web.Features.Results;

/// <summary>What the result page counts, as it is stored.</summary>
public static class Metric
{
    public const short ActiveGroups = 1;
    public const short ActiveBusinesses = 2;
    public const short CompletedOrders = 3;

    /// <summary>Only counted, without rows: what a share of orders is a share of.</summary>
    public const short PlacedOrders = 4;

    /// <summary>Only counted, without rows: orders that nobody answered in time.</summary>
    public const short ExpiredOrders = 5;
}
