using System.Text;
using Kim.Market.Web.Features.Cards;

namespace Kim.Market.Web.Tests.Cards;

/// <summary>Signatures as Stripe's own client (stripe for Node, 23.1.0) wrote them.</summary>
public class SignatureTests
{
    private const string Secret = "whsec_abcdefghijklmnop";
    private const string Theirs = "t=1772366400,v1=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695";
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1_772_366_400);

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        """{"id":"evt_1","object":"event","type":"checkout.session.completed","data":{"object":{"id":"cs_test_1","note":"amplang – Rp55.000"}}}""");

    [Theory]
    [InlineData(Secret, Theirs)]
    [InlineData("whsec_lain0000000000000", "t=1772366401,v1=414f81b6c23222fefc11379e527358054c4229db9bea4b164e46f2a3323490be")]
    public void What_their_client_signs_is_good(string secret, string header) => Assert.True(StripeSignature.IsGood(header, Body, secret, Then));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void It_holds_for_five_minutes(int seconds, bool isGood) =>
        Assert.Equal(isGood, StripeSignature.IsGood(Theirs, Body, Secret, Then.AddSeconds(seconds)));

    [Fact]
    public void While_a_secret_is_changed_one_of_several_is_enough() => Assert.True(
        StripeSignature.IsGood($"t=1772366400,v1={new string('0', 64)},{Theirs.Split(',')[1]},v0=abc", Body, Secret, Then));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=1772366400")]
    [InlineData("v1=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695")]
    [InlineData("t=1772366401,v1=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695")]
    [InlineData("t=1772366400,v0=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695")]
    [InlineData("t=1772366400,v1=D7D71747528A4D51925CADEDF8DD4E168B00DA03C43646B86FCA3ADDFE1F3695")]
    [InlineData("t=1772366400,v1=d7d7")]
    [InlineData("t=99999999999999999,v1=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695")]
    [InlineData("t=-5,v1=d7d71747528a4d51925cadedf8dd4e168b00da03c43646b86fca3addfe1f3695")]
    [InlineData(",=,t,v1,=")]
    public void Anything_else_is_not(string? header) => Assert.False(StripeSignature.IsGood(header, Body, Secret, Then));

    [Fact]
    public void A_single_byte_more_or_another_secret_breaks_it()
    {
        Assert.False(StripeSignature.IsGood(Theirs, [.. Body, (byte)' '], Secret, Then));
        Assert.False(StripeSignature.IsGood(Theirs, Body, Secret + "x", Then));
        Assert.False(StripeSignature.IsGood($"{Theirs},{new string('x', 2_000)}", Body, Secret, Then));
    }
}
