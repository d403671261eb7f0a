namespace Kim.Market.Domain.Products;

/// <content>
/// One thing in several sizes or tastes is several products with one family: each has its own price, content, stock and
/// price trail, and each is one option among the others.
/// </content>
public sealed partial record Product
{
    /// <summary>So many options one thing may have.</summary>
    public const int MostOptions = 12;

    /// <summary>The product the options began with, which bears this id; null for what has no options.</summary>
    public Id<Product>? Family { get; private init; }

    /// <summary>What sets it apart from its brothers: 250 g, pedas.</summary>
    public string Option { get; private init; } = "";

    /// <summary>Makes it one option of a family, or of its own where it is the first one. An option may be renamed; families are not changed.</summary>
    public Decision<ProductEvent> BeOption(Id<Product> family, string option, DateTimeOffset now) =>
        Family == family && Option == option.Trim() ? []
        : Family is { } other && other != family ? ProductRefusals.OtherFamily
        : option.Trim().Length is 0 or > Limits.Option ? ProductRefusals.OptionLength
        : [new ProductOptionSet(family, option.Trim(), now)];
}
