using Kim.Market.Domain;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Tests.Format;

public class NumberFormatTests
{
    [Fact]
    public void Numbers_have_dots_for_thousands_and_commas_for_parts()
    {
        Assert.Equal("1.142", NumberFormat.Whole(1142));
        Assert.Equal("1.142,5", NumberFormat.Exact(1142.50m));
        Assert.Equal("12", NumberFormat.Exact(12.00m));
        Assert.Equal("7,6%", NumberFormat.Percent(0.0761m));
        Assert.Equal("11%", NumberFormat.Percent(0.11m));
    }

    [Fact]
    public void A_quantity_stays_on_one_line_with_its_unit()
    {
        Assert.Equal("250\u00A0g", QuantityFormat.Of(250, "g"));
        Assert.Equal("1,5\u00A0kg", QuantityFormat.Of(1.5m, "kg"));
        Assert.Equal("2\u00A0×\u00A0Rp25.000", QuantityFormat.Times(2, new Rupiah(25_000)));
    }

    [Theory]
    [InlineData("6281234567890", "0812-3456-7890")]
    [InlineData("+62 812 3456 7890", "0812-3456-7890")]
    [InlineData("081234567890", "0812-3456-7890")]
    [InlineData("0812345678901", "0812-3456-78901")]
    [InlineData("0541661234", "0541-6612-34")]
    [InlineData("", "")]
    public void A_phone_number_reads_in_groups_of_four(string stored, string shown) => Assert.Equal(shown, PhoneFormat.Show(stored));
}
