namespace Kim.Market.Web.Features.Shared;

/// <summary>The one box for product, business, village and group.</summary>
public sealed record SearchBox(string? Query = null, bool IsLarge = false)
{
    public static readonly SearchBox Empty = new();
}
