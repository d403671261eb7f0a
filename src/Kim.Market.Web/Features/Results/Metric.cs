namespace Kim.Market.Web.Features.Results;

/// <summary>What the result page counts, as it is stored.</summary>
public static class Metric
{
    public const short ActiveGroups = 1;
    public const short ActiveBusinesses = 2;
    public const short CompletedOrders = 3;
}
