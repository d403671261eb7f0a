namespace Kim.Market.Domain.Tests;

public class WhatsAppNumberTests
{
    [Theory]
    [InlineData("0812-3456-7890")]
    [InlineData("+62 812 3456 7890")]
    [InlineData("0062 812 3456 7890")]
    [InlineData("62081234567890")]
    [InlineData("6281234567890")]
    [InlineData("81234567890")]
    [InlineData(" (0812) 3456.7890 ")]
    public void However_it_is_written_it_is_one_number(string written)
    {
        Assert.True(WhatsAppNumber.TryParse(written, out var number));
        Assert.Equal("6281234567890", number.International);
        Assert.Equal("0812-3456-7890", number.Local);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0812-3456")]
    [InlineData("081234567890123")]
    [InlineData("0541 123456")]
    [InlineData("0802345678901")]
    [InlineData("satu dua tiga")]
    [InlineData("0812٣٤٥٦٧٨٩٠")]
    [InlineData("<script>08123456789</script>")]
    public void What_is_no_mobile_number_is_not_taken_for_one(string? written) =>
        Assert.False(WhatsAppNumber.TryParse(written, out _));
}
