using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Products;

public class ClaimsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ProductFace Plain = new("Amplang", "makanan-olahan/amplang", "bungkus", null, "");

    [Theory]
    [InlineData("Amplang Halal", "Halal")]
    [InlineData("Madu organik, tanpa pengawet", "organik,tanpa pengawet")]
    [InlineData("Jamu berkhasiat BPOM", "berkhasiat,BPOM")]
    [InlineData("Kerupuk P-IRT", "P-IRT")]
    [InlineData("Halal dan halal", "Halal")]
    [InlineData("Terbaiknya halalan", "")]
    public void What_needs_a_document_is_found(string about, string claims) =>
        Assert.Equal(claims, string.Join(',', Claims.In(Plain with { About = about })));

    [Fact]
    public void What_changed_since_the_KIM_asked_is_named()
    {
        ProductEvent[] before =
        [
            new ProductDrafted(Id<Product>.New(), Id<Business>.New(), "Amplang", "amplang", Plain.Category, "bungkus", null, "", Noon),
            new ProductPriced(new(20_000), Noon), new ProductPhotographed([new("aa", "Depan")], Noon), new ProductSubmitted(Noon),
        ];
        ProductEvent[] after =
        [
            .. before, new ProductReturned([new(ReviewPoint.Photo, "Lebih terang.")], Noon),
            new ProductPhotographed([new("bb", "Depan")], Noon), new ProductPriced(new(21_000), Noon), new ProductSubmitted(Noon),
        ];

        Assert.Null(Product.WhenReturned(before));
        Assert.Equal(
            [ProductAspect.Price, ProductAspect.Photos],
            Given.History<Product, ProductEvent>(after).ChangedSince(Product.WhenReturned(after)!));
    }
}
