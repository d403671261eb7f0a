using Kim.Market.Domain;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Products;

/// <summary>What a price comes to for a quantity that can be compared: a hundred gram, a litre, one piece.</summary>
public sealed record UnitPrice(Rupiah Price, Content Per)
{
    private const int Small = 100;
    private const int Large = 1_000;

    /// <summary>Null where the price is already that of one piece and nothing is left to compare.</summary>
    public static UnitPrice? Of(Rupiah price, Content? content) => content switch
    {
        null or { Amount: 1, Measure: Measure.Piece } => null,
        { Measure: Measure.Piece } => Share(price, content, 1),
        { Amount: > Large } => Share(price, content, Large),
        _ => Share(price, content, Small),
    };

    private static UnitPrice Share(Rupiah price, Content content, int amount) => new(
        new((long)Math.Round((decimal)price.Amount * amount / content.Amount, MidpointRounding.AwayFromZero)),
        content with { Amount = amount });
}
