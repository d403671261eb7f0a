namespace Kim.Market.Web.Features.Shared;

/// <summary>One product in a list: photo, name, price, who made it and where.</summary>
/// <param name="UnitPriceText">Such as "Rp10.000 per 100 g"; empty when the price says it all.</param>
/// <param name="PictureHash">Null until there is a photo.</param>
/// <param name="Label">At most one word on the photo: a season, a price cut.</param>
/// <param name="LabelTone"><c>cut</c>, <c>season</c> or null.</param>
public sealed record ProductCard(
    string Slug,
    string Name,
    long Price,
    long? OldPrice,
    string UnitPriceText,
    string Maker,
    string Place,
    string? PictureHash,
    string Alt,
    string? Label,
    string? LabelTone,
    bool SoldOut)
{
    /// <summary>What the studio picture shows while there is no photo: a file in <c>img/goods</c>.</summary>
    public string Subject { get; init; } = "basket";

    /// <summary>2 where the list follows the page's heading directly.</summary>
    public int Heading { get; init; } = 3;

    public PhotoLoad Load { get; init; }
}

/// <summary>Product cards side by side.</summary>
public sealed record ProductGrid(IReadOnlyList<ProductCard> Cards)
{
    /// <summary>One row that scrolls sideways on phones.</summary>
    public bool IsStrip { get; init; }

    public int Heading { get; init; } = 3;

    /// <summary>How many cards are seen without scrolling; 0 for a list further down.</summary>
    public int FirstRow { get; init; }

    public IEnumerable<ProductCard> Laid() =>
        Cards.Select((card, i) => card with { Heading = Heading, Load = i >= FirstRow ? PhotoLoad.Lazy : i > 0 ? PhotoLoad.Eager : PhotoLoad.First });
}
