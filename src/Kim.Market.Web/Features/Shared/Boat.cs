namespace Kim.Market.Web.Features.Shared;

/// <summary>The market boat: under its awning with goods on board, or empty where there is nothing to show.</summary>
public sealed record Boat(IReadOnlyList<string> Goods)
{
    public static readonly Boat Empty = new([]);

    /// <summary>Loaded with a bit of everything, as on the home page.</summary>
    public static readonly Boat Laden =
        new(["honey", "rice", "fish", "durian", "pineapple", "coconut", "shrimp", "banana"]);
}
