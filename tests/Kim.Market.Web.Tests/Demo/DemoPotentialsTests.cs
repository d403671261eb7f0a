using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Features.Demo;

namespace Kim.Market.Web.Tests.Demo;

/// <summary>A demo is seeded on any day; what its KIM wrote of their villages must be taken on each.</summary>
public sealed class DemoPotentialsTests
{
    [Fact]
    public void Every_potential_is_accepted_on_every_day_of_two_years()
    {
        var all = DemoPotentials.Read();
        var refused =
            from day in Enumerable.Range(0, 730)
            let calendar = new DemoCalendar(new DateTimeOffset(2026, 11, 1, 3, 0, 0, TimeSpan.Zero).AddDays(day))
            from potential in all
            let said = Potential.Propose(
                Id<Potential>.New(), new(Guid.Empty), RegionCode.Parse(potential.Village), Slug.From(potential.Title),
                DemoPotentials.Sheet(potential, calendar), DemoPotentials.WrittenAt(potential, calendar))
            where said.Refusal is not null
            select $"{potential.Title} on {calendar.Now:yyyy-MM-dd}: {said.Refusal!.Code}";

        Assert.All(all.Where(potential => potential.Visit is not null), potential => Assert.True(Coordinate.TryParse(potential.Visit!.Spot, out _), potential.Title));
        Assert.Empty(refused.Take(3));
        Assert.NotEmpty(all);
    }
}
