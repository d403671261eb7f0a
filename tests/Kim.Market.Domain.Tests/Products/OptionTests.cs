using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Products;

/// <summary>Sizes and tastes of one thing are products of one family.</summary>
public class OptionTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Product> Family = Id<Product>.New();

    private static readonly Product Alone = Given.History<Product, ProductEvent>(
        new ProductDrafted(Id<Product>.New(), Id<Business>.New(), "Amplang", "amplang", "a/b", "bungkus", null, "", Noon));

    private static readonly Product Small = Product.Evolve(Alone, new ProductOptionSet(Family, "250 g", Noon));

    [Fact]
    public void A_product_becomes_an_option_once()
    {
        Alone.BeOption(Family, " 250 g ", Noon).Then(new ProductOptionSet(Family, "250 g", Noon));
        Small.BeOption(Family, "250 g", Noon).Then();
    }

    [Fact]
    public void An_option_is_renamed_and_stays_in_its_family()
    {
        Small.BeOption(Family, "pedas", Noon).Then(new ProductOptionSet(Family, "pedas", Noon));
        Small.BeOption(Id<Product>.New(), "pedas", Noon).ThenRefused(ProductRefusals.OtherFamily);
    }

    [Theory, InlineData(""), InlineData("  "), InlineData("12345678901234567890123456789012345678901")]
    public void An_option_has_a_short_name(string name) => Alone.BeOption(Family, name, Noon).ThenRefused(ProductRefusals.OptionLength);

    [Fact]
    public void Writing_it_anew_names_the_option_only_where_it_is_one()
    {
        Alone.Rewrite(Alone.Face, Terms.Ordinary, Story.None, "pedas", Noon).Then();
        Small.Rewrite(Small.Face, Terms.Ordinary, Story.None, "pedas", Noon).Then(new ProductOptionSet(Family, "pedas", Noon));
        Small.Rewrite(Small.Face with { About = "Baru" }, Terms.Ordinary, Story.None, "", Noon).ThenRefused(ProductRefusals.OptionLength);
    }

    [Fact]
    public void Undone_it_stands_alone_again()
    {
        Assert.False(Small.IsLike(Alone));
        Small.Become(Alone, Noon).Then(new ProductOptionSet(null, "", Noon));
    }
}
