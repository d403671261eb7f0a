using Kim.Market.Web.Features.Regions;

namespace Kim.Market.Web.Tests.Regions;

public class RegionCodeTests
{
    [Theory]
    [InlineData("64", RegionKind.Province)]
    [InlineData("64.02", RegionKind.Regency)]
    [InlineData("64.72", RegionKind.City)]
    [InlineData("31.01", RegionKind.Regency)]
    [InlineData("64.02.03", RegionKind.District)]
    [InlineData("64.02.03.2006", RegionKind.Village)]
    [InlineData("64.02.15.1004", RegionKind.UrbanVillage)]
    [InlineData("91.03.01.3007", RegionKind.CustomaryVillage)]
    public void The_digits_say_what_kind_of_place_it_is(string code, RegionKind kind) =>
        Assert.Equal(kind, RegionCode.Parse(code, null).Kind);

    [Theory]
    [InlineData("6402032006", "64.02.03.2006")]
    [InlineData("640203", "64.02.03")]
    [InlineData("6402", "64.02")]
    [InlineData(" 64.02.03.2006 ", "64.02.03.2006")]
    public void Open_data_without_dots_and_stray_spaces_are_understood(string written, string code) =>
        Assert.Equal(code, RegionCode.Parse(written, null).Value);

    [Theory]
    [InlineData("")]
    [InlineData("6")]
    [InlineData("640")]
    [InlineData("64.2")]
    [InlineData("64.00")]
    [InlineData("64.70")]
    [InlineData("64.02.032006")]
    [InlineData("64.02.03.")]
    [InlineData("64.02.03.4006")]
    [InlineData("64.02.03.20060")]
    [InlineData("64.02.40001")]
    [InlineData("64-02-03-2006")]
    [InlineData("٦٤")]
    public void What_cannot_be_a_code_is_refused(string written) =>
        Assert.False(RegionCode.TryParse(written, null, out _));

    [Fact]
    public void A_village_knows_what_it_lies_in()
    {
        var village = RegionCode.Parse("64.02.03.2006", null);

        Assert.Equal("64.02.03", village.Parent?.Value);
        Assert.Equal("64", village.Province.Value);
        Assert.Null(village.Province.Parent);
        Assert.True(RegionCode.Parse("64.02", null).Contains(village));
        Assert.False(RegionCode.Parse("64.08", null).Contains(village));
        Assert.False(village.Contains(village));
    }
}
