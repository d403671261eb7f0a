using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;

namespace Kim.Market.Domain.Tests.MarketDays;

public class MarketDayTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly Id<MarketDay> Id = Id<MarketDay>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();

    private static readonly MarketPlan Saturdays = new(
        "Balai Desa Sari Jaya", RegionCode.Parse("64.02.15.1004"), [DayOfWeek.Saturday], new(8, 0), new(11, 0), 2, new(18, 0),
        new(12_000), "Bawa tas sendiri", new(2026, 11, 1), null);

    private static MarketDay Known(params MarketDayEvent[] later) =>
        Given.History<MarketDay, MarketDayEvent>([new MarketDayOpened(Id, Kim, Saturdays, Now), .. later]);

    [Fact]
    public void A_plan_is_kept_tidy()
    {
        var opened = Assert.IsType<MarketDayOpened>(Assert.Single(MarketDay.Open(
            Id, Kim, Saturdays with { Place = " Balai Desa ", Days = [DayOfWeek.Sunday, DayOfWeek.Saturday, DayOfWeek.Sunday] }, Now)));

        Assert.Equal("Balai Desa", opened.Plan.Place);
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], opened.Plan.Days);
    }

    [Fact]
    public void The_cut_off_is_a_moment_at_the_place()
    {
        var saturday = new DateOnly(2026, 11, 28);

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 18, 0, 0, Wita), Saturdays.OrderBy(saturday, Wita));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 8, 0, 0, Wita), Saturdays.OpensAt(saturday, Wita));
        Assert.Equal(new DateTimeOffset(2026, 11, 28, 11, 0, 0, Wita), Saturdays.ClosesAt(saturday, Wita));
    }

    [Fact]
    public void It_falls_on_its_days_between_its_first_and_its_last()
    {
        var plan = Saturdays with { Until = new(2026, 11, 28) };

        Assert.True(plan.Falls(new(2026, 11, 28)));
        Assert.False(plan.Falls(new(2026, 11, 27)));
        Assert.False(plan.Falls(new(2026, 10, 31)));
        Assert.False(plan.Falls(new(2026, 12, 5)));
    }

    public static TheoryData<MarketPlan, Refusal> Wrong => new()
    {
        { Saturdays with { Place = " " }, MarketDayRefusals.PlaceLength },
        { Saturdays with { Place = new string('a', Limits.Place + 1) }, MarketDayRefusals.PlaceLength },
        { Saturdays with { Place = "Telepon 081234567890" }, MarketDayRefusals.PlaceHoldsNumber },
        { Saturdays with { Village = RegionCode.Parse("64.02.15") }, MarketDayRefusals.VillageTooWide },
        { Saturdays with { Days = [] }, MarketDayRefusals.NoDay },
        { Saturdays with { Days = [(DayOfWeek)9] }, MarketDayRefusals.NoDay },
        { Saturdays with { Closes = new(8, 0) }, MarketDayRefusals.Hours },
        { Saturdays with { CutOffDays = 7 }, MarketDayRefusals.CutOffDays },
        { Saturdays with { CutOffDays = -1 }, MarketDayRefusals.CutOffDays },
        { Saturdays with { CutOffDays = 0, CutOff = new(8, 1) }, MarketDayRefusals.CutOffTooLate },
        { Saturdays with { Shared = new(-1) }, MarketDayRefusals.BadShared },
        { Saturdays with { Shared = new(1_000_001) }, MarketDayRefusals.BadShared },
        { Saturdays with { Note = new string('a', Limits.Remark + 1) }, MarketDayRefusals.NoteLength },
        { Saturdays with { Note = "WA 081234567890" }, MarketDayRefusals.NoteHoldsNumber },
        { Saturdays with { Until = new(2026, 10, 31) }, MarketDayRefusals.EndsBeforeBegin },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_plan_that_cannot_be_kept_is_refused(MarketPlan plan, Refusal why)
    {
        MarketDay.Open(Id, Kim, plan, Now).ThenRefused(why);
        Known().Change(plan, Now).ThenRefused(why);
    }

    [Fact]
    public void The_same_plan_again_is_nothing()
    {
        Known().Change(Saturdays with { Days = [DayOfWeek.Saturday], Place = "Balai Desa Sari Jaya " }, Now).Then();
        var other = Saturdays with { Shared = Rupiah.Zero };
        Assert.Equal(Rupiah.Zero, Assert.IsType<MarketDayChanged>(Assert.Single(Known().Change(other, Now))).Plan.Shared);
        Known(new MarketDayEnded(Now)).Change(other, Now).ThenRefused(MarketDayRefusals.Ended);
    }

    [Fact]
    public void A_date_is_called_off_once_and_says_why()
    {
        var saturday = new DateOnly(2026, 11, 28);
        Known().CallOff(saturday, " Banjir ", Today, Now).Then(new MarketDayDateCancelled(saturday, "Banjir", Now));
        Known(new MarketDayDateCancelled(saturday, "Banjir", Now)).CallOff(saturday, "Lain", Today, Now).Then();
        Known().CallOff(saturday, "", Today, Now).ThenRefused(MarketDayRefusals.ReasonLength);
        Known().CallOff(saturday, "Tanya 081234567890", Today, Now).ThenRefused(MarketDayRefusals.ReasonHoldsNumber);
        Known().CallOff(Today.AddDays(-1), "Banjir", Today, Now).ThenRefused(MarketDayRefusals.NotADate);
        Known().CallOff(Today.AddDays(61), "Banjir", Today, Now).ThenRefused(MarketDayRefusals.NotADate);
    }

    [Fact]
    public void It_ends_once()
    {
        Known().End(Now).Then(new MarketDayEnded(Now));
        Known(new MarketDayEnded(Now)).End(Now).Then();
    }
}
