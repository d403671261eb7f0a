using Kim.Market.Web.Features.Demand;
using Kim.Market.Web.Features.Search;

namespace Kim.Market.Web.Tests.Demand;

public class DemandTermTests
{
    [Theory]
    [InlineData("Madu Kelulut", "madu kelulut")]
    [InlineData("  minyak KELAPA 2 liter ", "minyak kelapa 2 liter")]
    [InlineData("kué bingka", "kue bingka")]
    public void Things_are_counted_as_they_are_found(string typed, string expected) => Assert.Equal(expected, DemandTerm.Of(SearchTerms.Of(typed), typed));

    [Theory]
    [InlineData(null)]
    [InlineData("!!!")]
    [InlineData("ab")]
    [InlineData("0812 3456 7890")]
    [InlineData("madu 081234567890")]
    [InlineData("pak udin 0812-3456-789")]
    [InlineData("6402154507850001")]
    [InlineData("ktp 64 02 15 450785 0001")]
    [InlineData("siti@contoh.id")]
    [InlineData("https://contoh.id/x")]
    [InlineData("jalan melati nomor 12 rt 03")]
    [InlineData("satu dua tiga empat lima enam")]
    [InlineData("sesuatu yang ditulis panjang sekali oleh orang yang bercerita")]
    public void What_may_be_a_persons_own_is_not(string? typed) => Assert.Null(DemandTerm.Of(SearchTerms.Of(typed), typed));

    [Fact]
    public void A_visitor_is_four_bytes_that_say_nothing_without_the_secret()
    {
        var (one, other) = (new byte[32], Enumerable.Repeat((byte)7, 32).ToArray());

        Assert.Equal(DemandTerm.VisitorOf(one, "10.0.0.1 HP"), DemandTerm.VisitorOf(one, "10.0.0.1 HP"));
        Assert.NotEqual(DemandTerm.VisitorOf(one, "10.0.0.1 HP"), DemandTerm.VisitorOf(one, "10.0.0.2 HP"));
        Assert.NotEqual(DemandTerm.VisitorOf(one, "10.0.0.1 HP"), DemandTerm.VisitorOf(other, "10.0.0.1 HP"));
        Assert.NotEqual(DemandTerm.MarkOf(one, "madu"), DemandTerm.MarkOf(one, "madu hutan"));
    }
}
