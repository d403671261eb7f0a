using Kim.Market.Web.Features.Products;

namespace Kim.Market.Web.Tests.Products;

public class PriceTrailTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Each_price_is_a_step_that_lasts_until_the_next()
    {
        var trail = PriceTrail.Of([Step(80, 26_000), Step(40, 28_000), Step(4, 25_000)], Now)!;

        Assert.Equal([26_000, 28_000, 25_000], trail.Steps.Select(step => step.Price));
        Assert.Equal([Now.AddDays(-40), Now.AddDays(-4), null], trail.Steps.Select(step => step.Until));
        Assert.Equal([0, 50, 95], trail.Steps.Select(step => Math.Round(step.X)));
        Assert.Equal("M0 60.67H50V26H95V78H100", trail.Line);
    }

    [Fact]
    public void The_price_in_force_when_the_window_opens_is_shown_however_old()
    {
        var trail = PriceTrail.Of([Step(700, 18_000), Step(400, 20_000), Step(30, 22_000)], Now)!;

        Assert.Equal([20_000, 22_000], trail.Steps.Select(step => step.Price));
        Assert.Equal(Now - PriceTrail.Window, trail.Start);
    }

    [Fact]
    public void A_price_that_never_changed_is_one_level_line()
    {
        var trail = PriceTrail.Of([Step(0, 20_000)], Now)!;

        Assert.Equal("M0 52H100", trail.Line);
        Assert.Same(trail.First, trail.Today);
    }

    [Fact]
    public void No_price_no_trail() => Assert.Null(PriceTrail.Of([], Now));

    private static PriceStep Step(int daysAgo, long price) => new(Now.AddDays(-daysAgo), price);
}
