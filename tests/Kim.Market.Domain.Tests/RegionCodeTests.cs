namespace Kim.Market.Domain.Tests;

public class RegionCodeTests
{
    [Theory]
    [InlineData("64", RegionKind.Province)]
    [InlineData("64.02", RegionKind.Regency)]
    [InlineData("64.74", RegionKind.City)]
    [InlineData("64.02.15", RegionKind.District)]
    [InlineData("64.02.15.1004", RegionKind.UrbanVillage)]
    [InlineData("64.02.03.2006", RegionKind.Village)]
    [InlineData("91.03.01.3001", RegionKind.CustomaryVillage)]
    public void The_code_itself_says_what_a_place_is(string code, RegionKind kind) => Assert.Equal(kind, RegionCode.Parse(code).Kind);

    [Theory]
    [InlineData("6402151004", "64.02.15.1004")]
    [InlineData("640215", "64.02.15")]
    [InlineData("6402", "64.02")]
    public void The_undotted_form_of_open_data_is_the_same_place(string undotted, string dotted) =>
        Assert.Equal(RegionCode.Parse(dotted), RegionCode.Parse(undotted));

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("64.")]
    [InlineData("64.2")]
    [InlineData("64.02.15.4004")]
    [InlineData("64.02.15.100")]
    [InlineData("64.0215")]
    [InlineData("64.02.15.1004.1")]
    [InlineData("64-02")]
    [InlineData("64.00")]
    [InlineData("64.70")]
    [InlineData("६४")]
    public void What_is_no_code_is_refused(string text) => Assert.False(RegionCode.TryParse(text, null, out _));

    [Fact]
    public void A_place_knows_what_it_lies_in()
    {
        var village = RegionCode.Parse("64.02.15.1004");

        Assert.Equal("64.02.15", village.District.Value);
        Assert.Equal("64.02", village.Regency.Value);
        Assert.Equal("64", village.Province.Value);
        Assert.True(RegionCode.Parse("64.02").Contains(village));
        Assert.False(RegionCode.Parse("64.08").Contains(village));
    }
}
