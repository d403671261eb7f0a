using Kim.Market.Domain.Potentials;

namespace Kim.Market.Domain.Tests.Potentials;

public class FigureUnitTests
{
    [Theory]
    [InlineData(1.9, "ton/bulan", "kg/bulan", 1900)]
    [InlineData(1200, "kg/tahun", "kg/bulan", 100)]
    [InlineData(7, "kg per minggu", "kg/hari", 1)]
    [InlineData(7, "Kg/Pekan", "kg/hari", 1)]
    [InlineData(38, "ha", "m²", 380_000)]
    [InlineData(1, "km²", "ha", 100)]
    [InlineData(42, "kuintal/ha", "ton/ha", 4.2)]
    [InlineData(365, "orang/tahun", "orang/hari", 1)]
    [InlineData(14, "dapur", "Dapur", 14)]
    [InlineData(1, "kg/bulan", "ton/bulan", 0)] // below a hundredth
    public void An_amount_is_told_in_another_unit_of_its_kind(decimal amount, string from, string to, decimal expected) =>
        Assert.Equal(expected, FigureUnit.Convert(amount, from, to));

    [Theory]
    [InlineData("ton", "ha")]
    [InlineData("ton/bulan", "ton")]
    [InlineData("orang", "rumah")]
    [InlineData("ton/ha", "ton/bulan")]
    [InlineData("a/b/c", "a/b")]
    [InlineData("", "kg")]
    public void What_counts_something_else_is_not_compared(string from, string to) => Assert.Null(FigureUnit.Convert(1, from, to));

    [Fact]
    public void There_and_back_is_the_same()
    {
        foreach (var (from, to) in new[] { ("kg", "ons"), ("ha", "m2"), ("kg/hari", "kg/minggu"), ("liter", "ml") })
        {
            Assert.Equal(12.5m, FigureUnit.Convert(FigureUnit.Convert(12.5m, from, to)!.Value, to, from));
        }
    }
}
