using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Products;

namespace Kim.Market.Web.Tests.Products;

public class UnitPriceTests
{
    [Theory]
    [InlineData(25_000, 250, Measure.Gram, 10_000, 100)]
    [InlineData(17_000, 100, Measure.Gram, 17_000, 100)]
    [InlineData(95_000, 1_000, Measure.Gram, 9_500, 100)]
    [InlineData(100_000, 5_000, Measure.Gram, 20_000, 1_000)]
    [InlineData(95_000, 330, Measure.Millilitre, 28_788, 100)]
    [InlineData(24_000, 6, Measure.Piece, 4_000, 1)]
    public void Prices_come_down_to_a_quantity_that_compares(long price, int amount, Measure measure, long each, int per) =>
        Assert.Equal(new UnitPrice(new(each), new(per, measure)), UnitPrice.Of(new(price), new(amount, measure)));

    [Fact]
    public void A_single_piece_needs_no_comparison() => Assert.Null(UnitPrice.Of(new(12_000), new(1, Measure.Piece)));

    [Fact]
    public void Nothing_is_made_up_where_the_content_is_unknown() => Assert.Null(UnitPrice.Of(new(12_000), null));
}
