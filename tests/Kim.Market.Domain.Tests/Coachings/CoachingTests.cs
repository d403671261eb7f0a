using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Tests.Coachings;

public class CoachingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Id<Coaching> Id = Id<Coaching>.New();
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly RegionCode Region = RegionCode.Parse("64.02");
    private static readonly CoachingPlan Plan = new(
        "Bimtek foto", CoachingKind.Training, CoachingStrand.Business, ["Cahaya"], new(2026, 3, 10), new(2026, 3, 11), new(9, 0), new(12, 0), "Balai Contoh",
        RegionCode.Parse("64.02.15.1004"), 40, "", IsOpen: true);

    private static readonly CoachingPlanned Planned = new(Id, Office, Region, Plan, Now);
    private static readonly CoachingGroupsInvited Invited = new([Kim], Now);

    [Fact]
    public void What_is_planned_is_stored_tidily() =>
        Assert.Equal("Bimtek foto", Assert.IsType<CoachingPlanned>(Coaching.Schedule(Id, Office, Region, Plan with { Title = " Bimtek foto " }, Now).Single()).Plan.Title);

    public static TheoryData<CoachingPlan, Refusal> Wrong => new()
    {
        { Plan with { Title = " " }, CoachingRefusals.TitleLength },
        { Plan with { Kind = (CoachingKind)9 }, CoachingRefusals.NoStrand },
        { Plan with { Topics = [] }, CoachingRefusals.TopicLines },
        { Plan with { Topics = [.. Enumerable.Repeat("Satu", Limits.CoachingTopics + 1)] }, CoachingRefusals.TopicLines },
        { Plan with { Until = Plan.From.AddDays(-1) }, CoachingRefusals.Days },
        { Plan with { Until = Plan.From.AddDays(CoachingPlan.MostDays) }, CoachingRefusals.Days },
        { Plan with { Ends = Plan.Begins }, CoachingRefusals.Hours },
        { Plan with { Place = "" }, CoachingRefusals.PlaceLength },
        { Plan with { Village = Region }, CoachingRefusals.VillageTooWide },
        { Plan with { Capacity = 0 }, CoachingRefusals.Capacity },
        { Plan with { Host = new string('a', Limits.Name + 1) }, CoachingRefusals.HostLength },
        { Plan with { Host = "Ibu Contoh 0812 0000 9001" }, CoachingRefusals.HoldsNumber },
        { Plan with { Topics = ["Tanya 0812-0000-9001"] }, CoachingRefusals.HoldsNumber },
        { Plan with { Village = RegionCode.Parse("64.08.05.2004") }, CoachingRefusals.OutsideRegion },
        { Plan with { From = Today.AddDays(-CoachingPlan.DaysBack - 1), Until = Today.AddDays(-CoachingPlan.DaysBack) }, CoachingRefusals.TooLongAgo },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void What_does_not_hold_together_is_refused(CoachingPlan plan, Refusal refusal) => Coaching.Schedule(Id, Office, Region, plan, Now).ThenRefused(refusal);

    [Fact]
    public void Moving_needs_a_reason_and_changing_none()
    {
        var known = After(Planned);
        var moved = Plan with { Until = Plan.From };
        known.Change(Plan with { Topics = ["Cahaya"] }, "", Now).Then();
        Assert.Equal("Bidang IKP", Assert.IsType<CoachingChanged>(known.Change(Plan with { Host = "Bidang IKP" }, "", Now).Single()).Plan.Host);
        known.Change(moved, " ", Now).ThenRefused(CoachingRefusals.ReasonLength);
        known.Change(moved, "hubungi 081200009001", Now).ThenRefused(CoachingRefusals.HoldsNumber);
        Assert.Equal("Balai dipakai", Assert.IsType<CoachingMoved>(known.Change(moved, " Balai dipakai ", Now).Single()).Reason);
        Assert.Equal(Plan.From, After(Planned, new CoachingMoved(moved, "Balai dipakai", Now)).Plan.Until);
    }

    [Fact]
    public void Each_KIM_is_invited_once_and_says_what_it_likes_until_the_day_is_over()
    {
        var known = After(Planned, Invited);
        known.Invite([Kim], Now).Then();
        Assert.Single(Assert.IsType<CoachingGroupsInvited>(known.Invite([Kim, Id<Group>.New()], Now).Single()).Groups);
        known.Answer(Id<Group>.New(), 1, Now).ThenRefused(CoachingRefusals.NotInvited);
        known.Answer(Kim, Limits.CoachingPeople + 1, Now).ThenRefused(CoachingRefusals.People);
        known.Answer(Kim, 3, On(Plan.Until.AddDays(1))).ThenRefused(CoachingRefusals.Over);
        known.Answer(Kim, 3, On(Plan.Until)).Then(new CoachingInvitationAnswered(Kim, 3, On(Plan.Until)));
        var said = After(Planned, Invited, new CoachingInvitationAnswered(Kim, 3, Now));
        said.Answer(Kim, 3, Now).Then();
        said.Answer(Kim, 0, Now).Then(new CoachingInvitationAnswered(Kim, 0, Now));
    }

    [Fact]
    public void It_is_held_from_its_day_on_and_then_nothing_is_moved_any_more()
    {
        var known = After(Planned, Invited);
        known.Hold(On(Plan.From.AddDays(-1))).ThenRefused(CoachingRefusals.NotYet);
        known.Hold(On(Plan.From)).Then(new CoachingHeld(On(Plan.From)));
        known.Hold(On(Plan.Until.AddDays(30))).Then(new CoachingHeld(new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero)));
        var held = After(Planned, Invited, new CoachingHeld(Now));
        held.Hold(On(Plan.From)).Then();
        held.Change(Plan with { Host = "Lain" }, "", Now).ThenRefused(CoachingRefusals.Over);
        held.Invite([Id<Group>.New()], Now).ThenRefused(CoachingRefusals.Over);
        held.Cancel("Banjir", Now).ThenRefused(CoachingRefusals.Over);
        held.GiveMaterials(" Ringkasan ", Now).Then(new CoachingMaterialsGiven("Ringkasan", Now));
        held.GiveMaterials("Tanya 0812 0000 9001", Now).ThenRefused(CoachingRefusals.HoldsNumber);
    }

    [Fact]
    public void What_is_cancelled_says_why_and_stays_so()
    {
        After(Planned).Cancel("", Now).ThenRefused(CoachingRefusals.ReasonLength);
        After(Planned).Cancel("Banjir", Now).Then(new CoachingCancelled("Banjir", Now));
        var off = After(Planned, Invited, new CoachingCancelled("Banjir", Now));
        off.Cancel("Lain", Now).Then();
        off.Hold(On(Plan.From)).ThenRefused(CoachingRefusals.Cancelled);
        off.Answer(Kim, 2, Now).ThenRefused(CoachingRefusals.Cancelled);
        off.GiveMaterials("Ringkasan", Now).ThenRefused(CoachingRefusals.Cancelled);
    }

    private static DateTimeOffset On(DateOnly day) => new(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);

    private static Coaching After(params CoachingEvent[] history) => Given.History<Coaching, CoachingEvent>(history);
}
