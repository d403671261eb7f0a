using Kim.Market.Domain.Programmes;

namespace Kim.Market.Domain.Tests.Programmes;

public class TurnoutTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();
    private static readonly Guid Third = Guid.NewGuid();

    [Fact]
    public void Each_correction_knows_who_came_before_and_after_it()
    {
        var steps = Turnout.Replay([(First, One)], [new(Second, Other, true, Now.AddDays(2)), new(First, One, false, Now.AddDays(1)), new(First, One, true, Now.AddDays(3))]);

        Assert.Equal([First, Second, First], steps.Select(step => step.Change.Attendance));
        Assert.Equal([One], steps[0].Before);
        Assert.Empty(steps[0].After);
        Assert.Equal([Other], steps[1].After);
        Assert.Equal([Other], steps[2].Before);
        Assert.Equal(2, steps[2].After.Count);
    }

    [Fact]
    public void A_business_of_which_somebody_else_came_stays() =>
        Assert.Empty(Turnout.Replay([(First, One), (Second, One)], [new(First, One, false, Now), new(Third, One, true, Now)]));
}
