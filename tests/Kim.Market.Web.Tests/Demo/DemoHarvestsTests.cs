using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Demo;

namespace Kim.Market.Web.Tests.Demo;

public class DemoHarvestsTests
{
    [Fact]
    public void On_every_day_of_the_year_a_harvest_of_the_demo_may_be_announced()
    {
        var seasons = DemoMarket.Read(Path.Combine(DemoSeed.Folder, "demo")).Products.Select(product => product.Terms?.Season).OfType<Season>().Distinct().ToList();
        Assert.NotEmpty(seasons);
        for (var today = new DateOnly(2027, 1, 1); today.Year < 2029; today = today.AddDays(1))
        {
            foreach (var season in seasons)
            {
                var ripe = DemoHarvests.RipeOn(season, today);
                var announced = Harvest.Announce(
                    Id<Harvest>.New(), Id<Product>.New(), Id<Business>.New(), 300, ripe, ripe.AddDays(30),
                    new DateTimeOffset(ripe.AddDays(14), new(15, 59), TimeSpan.Zero), 1, 10, null, new DateTimeOffset(today, new(1, 0), TimeSpan.Zero));
                Assert.True(announced.Refusal is null, $"{season} on {today}: {announced.Refusal?.Code}");
                Assert.True(season.Holds(ripe), $"{season} on {today}: {ripe} is out of season");
            }
        }
    }
}
