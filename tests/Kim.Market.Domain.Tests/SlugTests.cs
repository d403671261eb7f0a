namespace Kim.Market.Domain.Tests;

public class SlugTests
{
    [Theory]
    [InlineData("Amplang Ikan Nila 250 g", "amplang-ikan-nila-250-g")]
    [InlineData("  Café  Désa!! ", "cafe-desa")]
    [InlineData("KIM “Tepian Sanga”", "kim-tepian-sanga")]
    [InlineData("★★★", "lapak")]
    public void A_name_becomes_an_address(string name, string slug) => Assert.Equal(slug, Slug.From(name));

    [Fact]
    public void Every_slug_made_from_a_name_is_valid_however_long_the_name()
    {
        foreach (var name in new[] { new string('x', 500), string.Concat(Enumerable.Repeat("a ", 90)), "-a-", "ß", "١٢٣" })
        {
            Assert.True(Slug.IsValid(Slug.From(name)), Slug.From(name));
        }
    }
}
