using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Villages;

namespace Kim.Market.Web.Tests.Villages;

/// <summary>Squares laid by hand: none forgotten, none on top of another.</summary>
public sealed class TileMapTests
{
    private static readonly TileMaps Maps = new();

    public static TheoryData<string> Regencies => [.. Maps.Regencies];

    [Fact]
    public void The_four_regencies_with_which_the_market_begins_have_one() =>
        Assert.Equal(["61.04", "62.03", "64.02", "64.08"], Maps.Regencies.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Regencies))]
    public async Task Every_kecamatan_has_one_square_of_its_own(string regency)
    {
        var tiles = Maps.Of(RegionCode.Parse(regency));
        var gazetteer = await Gazetteer.ReadAsync(Path.Combine(AppContext.BaseDirectory, "seeds", "regions"), TestContext.Current.CancellationToken);
        var districts = gazetteer.Regions().Where(region => region.Code.Parent?.Value == regency).Select(region => region.Code).Order();

        Assert.Equal(districts, tiles.Select(tile => tile.District).Order());
        Assert.Equal(tiles.Count, tiles.Select(tile => (tile.Column, tile.Row)).Distinct().Count());
        Assert.Equal(tiles.Count, tiles.Select(tile => tile.Mark).Distinct().Count());
        Assert.All(tiles, tile => Assert.True(tile.Column <= TileMaps.Columns && tile.Row <= TileMaps.Rows && tile.Mark.Length == 3));
    }

    [Fact]
    public void A_shade_is_the_share_of_the_fullest_and_nothing_has_its_own()
    {
        var region = RegionCode.Parse("64.02");
        NearbyRow[] within = [.. Enumerable.Range(1, 5).Select(i => new NearbyRow($"64.02.0{i}", "64.02", $"K{i}", "", 0))];
        RegionTally[] tallies = [.. new[] { 0, 1, 10, 11, 40 }.Select((count, i) => new RegionTally($"64.02.0{i + 1}", 0, count, 0, 0, 0, 0)), new("64.02", 2, 0, 0, 0, 0, 0)];

        var map = RegionMap.Of(region, TallyKind.Umkm, within, tallies, Maps.Of(region));

        Assert.Equal([0, 1, 1, 2, 4], map.Places.Select(place => map.ShadeOf(place.Tally.Businesses)));
        Assert.Equal([(0, 0, 0), (1, 1, 10), (2, 11, 11), (4, 40, 40)], map.Legend);
        Assert.Equal((62, 2), (map.Total.Businesses, map.Total.Groups)); // a KIM of the whole region belongs to no square
        Assert.Equal(0, RegionMap.Of(region, TallyKind.Kim, within, [], []).ShadeOf(0));
    }
}
