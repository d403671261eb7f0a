using Kim.Market.Domain;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Tests.Format;

public sealed class RupiahFormatTests : IDisposable
{
    public RupiahFormatTests() => Languages.Speak(Languages.Indonesian);

    public void Dispose() => Languages.Speak(Languages.Indonesian);

    [Theory]
    [InlineData(0, "Rp0")]
    [InlineData(500, "Rp500")]
    [InlineData(12_500, "Rp12.500")]
    [InlineData(386_400_000, "Rp386.400.000")]
    [InlineData(-25_000, "-Rp25.000")]
    [InlineData(long.MinValue, "-Rp9.223.372.036.854.775.808")]
    public void In_full(long amount, string written) => Assert.Equal(written, RupiahFormat.Full(new Rupiah(amount)));

    [Theory]
    [InlineData(950_000, "Rp950.000", "Rp950.000")]
    [InlineData(1_000_000, "Rp1\u00A0jt", "Rp1\u00A0juta")]
    [InlineData(386_400_000, "Rp386,4\u00A0jt", "Rp386,4\u00A0juta")]
    [InlineData(999_949_999, "Rp999,9\u00A0jt", "Rp999,9\u00A0juta")]
    [InlineData(999_950_000, "Rp1\u00A0M", "Rp1\u00A0miliar")]
    [InlineData(2_340_000_000, "Rp2,3\u00A0M", "Rp2,3\u00A0miliar")]
    [InlineData(-2_340_000_000, "-Rp2,3\u00A0M", "-Rp2,3\u00A0miliar")]
    public void Shortened(long amount, string inTile, string inProse)
    {
        Assert.Equal(inTile, RupiahFormat.Tile(amount));
        Assert.Equal(inProse, RupiahFormat.Prose(amount));
    }

    [Fact]
    public void English_changes_the_word_and_not_the_number()
    {
        Languages.Speak(Languages.English);

        Assert.Equal("Rp12.500", RupiahFormat.Full(12_500));
        Assert.Equal("Rp386,4\u00A0million", RupiahFormat.Prose(386_400_000));
    }

    [Theory]
    [InlineData("12500", 12_500)]
    [InlineData("12.500", 12_500)]
    [InlineData("12,500", 12_500)]
    [InlineData(" Rp 12.500 ", 12_500)]
    [InlineData("Rp12.500", 12_500)]
    [InlineData("rp. 12.500,00", 12_500)]
    [InlineData("1.250.000", 1_250_000)]
    [InlineData("25rb", 25_000)]
    [InlineData("25 ribu", 25_000)]
    [InlineData("1,5 juta", 1_500_000)]
    [InlineData("1.5jt", 1_500_000)]
    [InlineData("0", 0)]
    public void Understood_as_people_type_it(string typed, long amount)
    {
        Assert.True(RupiahInput.TryParse(typed, out var money));
        Assert.Equal(amount, money.Amount);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gratis")]
    [InlineData("1,5")]
    [InlineData("12.50")]
    [InlineData("12.5000")]
    [InlineData("1.25.000")]
    [InlineData("12.500.00.000")]
    [InlineData("-5000")]
    [InlineData("1,0005 rb")]
    [InlineData("99999999999999999999")]
    [InlineData(".")]
    public void Not_guessed_when_it_could_mean_two_things(string typed) => Assert.False(RupiahInput.TryParse(typed, out _));
}
