namespace Kim.Market.Web.Features.Shared;

/// <summary>A price in rupiah, with the one it replaces if the rule for striking through allows it.</summary>
public sealed record PriceTag(long Amount, long? Old = null, string? UnitPrice = null)
{
    public bool IsLarge { get; init; }
}
