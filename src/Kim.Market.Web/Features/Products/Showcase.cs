using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Products;

/// <summary>Lays rows of products out as cards, in the language of the request.</summary>
public sealed class Showcase(Words words, TimeProvider clock)
{
    public ProductGrid Lay(IEnumerable<ProductCardRow> products) => new([.. products.Select(Card)]);

    /// <summary>What stands small under a price: <c>Rp10.000 per 100 g</c>, or simply <c>per bungkus</c>.</summary>
    public string Beside(long price, string unit, int? content, short? measure) =>
        UnitPrice.Of(new(price), content is { } amount && measure is { } kind ? new(amount, (Measure)kind) : null) is { } per
            ? words["{0} per {1}", per.Price, Named(per.Per)]
            : words["per {0}", unit];

    /// <summary>A content in words: <c>250 g</c>, <c>1,5 kg</c>, <c>6 buah</c>.</summary>
    public string Named(Content content) => content switch
    {
        { Measure: Measure.Piece, Amount: 1 } => words["buah"],
        { Measure: Measure.Piece } => words["{0} buah", content.Amount],
        { Measure: Measure.Gram, Amount: 1_000 } => "kg",
        { Measure: Measure.Millilitre, Amount: 1_000 } => words["liter"],
        { Measure: Measure.Gram, Amount: > 1_000 } => QuantityFormat.Of(content.Amount / 1_000m, "kg"),
        { Measure: Measure.Millilitre, Amount: > 1_000 } => QuantityFormat.Of(content.Amount / 1_000m, words["liter"]),
        { Measure: Measure.Gram } => QuantityFormat.Of(content.Amount, "g"),
        _ => QuantityFormat.Of(content.Amount, "ml"),
    };

    private ProductCard Card(ProductCardRow product) => new(
        product.Slug,
        product.Name,
        product.Price,
        OldPrice: product.Was,
        Beside(product.Price, product.Unit, product.Content, product.Measure),
        product.Business,
        product.Place,
        product.Photo,
        product.Alt ?? $"{product.Name}, {product.Business}",
        Label: product.ReturnsOn is not { } day ? null
            : day < DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita) ? words["Belum buka lagi"] // nothing opens by itself
            : words["Mulai lagi {0}", DateFormat.Brief(day)],
        LabelTone: product.ReturnsOn is null ? null : "season",
        SoldOut: product.Available <= 0);
}
