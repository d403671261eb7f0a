using Kim.Market.Web.Features.Search;

namespace Kim.Market.Web.Tests.Search;

public class SearchTermsTests
{
    [Theory]
    [InlineData("  Amplang  Nila ", "amplang nila")]
    [InlineData("kopi' & | !(teh)", "kopi teh")]
    [InlineData("Crème", "creme")]
    [InlineData("!!!", "")]
    [InlineData(null, "")]
    public void Words_are_folded_and_signs_dropped(string? typed, string text)
    {
        var terms = SearchTerms.Of(typed);

        Assert.Equal(text, terms.Text);
        Assert.Equal(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), terms.Words);
    }

    [Fact]
    public void A_letter_is_never_cut_in_half()
    {
        var typed = new string('a', SearchTerms.Longest - 1) + "🐟";

        Assert.Equal(new string('a', SearchTerms.Longest - 1), SearchTerms.Of(typed).Text);
    }
}
