using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;

namespace Kim.Market.Domain.Tests.Potentials;

public class CoordinateTests
{
    [Theory]
    [InlineData("-0.50123, 116.12345", "-0.50123, 116.12345")]
    [InlineData(" -0.5,116.1234567 ", "-0.5, 116.12346")]
    [InlineData("2, 117", "2.0, 117.0")]
    public void What_map_programs_give_to_copy_is_read(string typed, string read)
    {
        Assert.True(Coordinate.TryParse(typed, out var point));
        Assert.Equal(read, point!.ToString());
        Assert.True(point.LiesInIndonesia());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-0,50123, 116,12345")]
    [InlineData("0°30'S 116°7'E")]
    [InlineData("1e300, 5")]
    [InlineData("116.1")]
    public void What_could_be_read_in_two_ways_is_not(string? typed) => Assert.False(Coordinate.TryParse(typed, out _));

    [Theory]
    [InlineData(116.12345, -0.50123)] // the other way round
    [InlineData(1.35, 152)]
    [InlineData(51.5, -0.1)]
    public void Nothing_lies_outside_Indonesia(double latitude, double longitude) => Assert.Equal(
        PotentialRefusals.Spot, Potential.Propose(
            Id<Potential>.New(), Id<Group>.New(), RegionCode.Parse("64.02.01.2005"), "danau", new(
                PotentialKind.Tourism, "Danau", "Danau.", [], [], new(AttractionKind.Nature, "Perahu.", null, "", "", "", "", new((decimal)latitude, (decimal)longitude)), null),
            DateTimeOffset.UnixEpoch).Refusal);
}
