namespace Kim.Market.Domain.Tests;

public class WorldNumberTests
{
    [Theory]
    [InlineData("+60 12-345 6789", "60123456789", "+60123456789")]
    [InlineData("0061 412 345 678", "61412345678", "+61412345678")]
    [InlineData("+1 (555) 010-9999", "15550109999", "+15550109999")]
    [InlineData("+49 151 23456789", "4915123456789", "+4915123456789")]
    [InlineData("0812-3456-7890", "6281234567890", "0812-3456-7890")]
    [InlineData("+62 812 3456 7890", "6281234567890", "0812-3456-7890")]
    [InlineData("+123456789012345", "123456789012345", "+123456789012345")]
    public void Numbers_of_any_country_are_read_as_people_write_them(string typed, string international, string shown)
    {
        Assert.True(WorldNumber.TryParse(typed, out var number));
        Assert.Equal((international, shown), (number.International, number.Shown));
        Assert.Equal(number, WorldNumber.Kept(number.International));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("60123456789")] // without a sign nobody knows the country
    [InlineData("+1234567")]
    [InlineData("+1234567890123456")]
    [InlineData("+0123456789")]
    [InlineData("+62 541 123456")] // no mobile number of Indonesia
    [InlineData("+60 12+345 6789")]
    [InlineData("+60 dua belas")]
    public void What_is_none_is_refused(string? typed) => Assert.False(WorldNumber.TryParse(typed, out _));

    [Fact]
    public void Orders_take_none_of_another_country() => Assert.False(WhatsAppNumber.TryParse("+60 12-345 6789", out _));
}
