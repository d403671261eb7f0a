using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Coachings;

/// <summary>How far it has come. The numbers are stored.</summary>
public enum CoachingStatus { Planned, Held, Cancelled }

/// <summary>Something by which an office helps the KIM of its region: a bimtek, a workshop, a visit, a meeting.</summary>
public sealed record Coaching(Id<Coaching> Id, Id<Office> Office, RegionCode Region) : IAggregate<Coaching, CoachingEvent>
{
    public CoachingPlan Plan { get; private init; } = null!;

    public CoachingStatus Status { get; private init; }

    /// <summary>With how many people each invited KIM comes; null while it has not said.</summary>
    public IReadOnlyDictionary<Id<Group>, int?> Invited { get; private init; } = new Dictionary<Id<Group>, int?>();

    public string Materials { get; private init; } = "";

    /// <param name="now">By the clock of the place.</param>
    public static Decision<CoachingEvent> Schedule(
        Id<Coaching> id, Id<Office> office, RegionCode region, CoachingPlan plan, DateTimeOffset now) =>
        Problem(plan, region, DayOf(now)) is { } problem ? problem : [new CoachingPlanned(id, office, region, plan.Tidy(), now)];

    /// <param name="reason">Why it takes place at another time or elsewhere; needed for nothing else.</param>
    /// <param name="now">By the clock of the place.</param>
    public Decision<CoachingEvent> Change(CoachingPlan plan, string reason, DateTimeOffset now) =>
        Closed() is { } closed ? closed
        : Problem(plan, Region, DayOf(now)) is { } problem ? problem
        : plan.Tidy().IsSame(Plan) ? []
        : !plan.Tidy().IsElsewhere(Plan) ? [new CoachingChanged(plan.Tidy(), now)]
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new CoachingMoved(plan.Tidy(), reason.Trim(), now)];

    /// <summary>Who is invited already stays so, and hears nothing twice.</summary>
    public Decision<CoachingEvent> Invite(IEnumerable<Id<Group>> groups, DateTimeOffset now) =>
        Closed() is { } closed ? closed
        : groups.Where(group => !Invited.ContainsKey(group)).Distinct().ToArray() is not { Length: > 0 } others ? []
        : Invited.Count + others.Length > Limits.CoachingInvitations ? CoachingRefusals.TooManyInvited
        : [new CoachingGroupsInvited(others, now)];

    /// <param name="people">None: it cannot come.</param>
    /// <param name="now">By the clock of the place.</param>
    public Decision<CoachingEvent> Answer(Id<Group> group, int people, DateTimeOffset now) =>
        !Invited.TryGetValue(group, out var said) ? CoachingRefusals.NotInvited
        : said == people ? []
        : Closed() is { } closed ? closed
        : DayOf(now) > Plan.Until ? CoachingRefusals.Over
        : people is < 0 or > Limits.CoachingPeople ? CoachingRefusals.People
        : [new CoachingInvitationAnswered(group, people, now)];

    public Decision<CoachingEvent> GiveMaterials(string materials, DateTimeOffset now) =>
        Status == CoachingStatus.Cancelled ? CoachingRefusals.Cancelled
        : materials.Trim() == Materials ? []
        : materials.Trim().Length > Limits.About ? CoachingRefusals.MaterialsLength
        : PublicText.HoldsNumber(materials) ? CoachingRefusals.HoldsNumber
        : [new CoachingMaterialsGiven(materials.Trim(), now)];

    public Decision<CoachingEvent> Cancel(string reason, DateTimeOffset now) =>
        Status == CoachingStatus.Cancelled ? []
        : Closed() is { } closed ? closed
        : ReasonProblem(reason) is { } lacking ? lacking
        : [new CoachingCancelled(reason.Trim(), now)];

    /// <summary>It happened on its day, however late somebody writes it down.</summary>
    /// <param name="now">By the clock of the place.</param>
    public Decision<CoachingEvent> Hold(DateTimeOffset now) =>
        Status == CoachingStatus.Held ? []
        : Closed() is { } closed ? closed
        : DayOf(now) < Plan.From ? CoachingRefusals.NotYet
        : [new CoachingHeld(HappenedBy(now))];

    /// <param name="now">By the clock of the place.</param>
    public bool IsOn(DateTimeOffset now) => DayOf(now) >= Plan.From && DayOf(now) <= Plan.Until;

    /// <summary>When what is written down now happened: by the end of its last day at the latest.</summary>
    /// <param name="now">By the clock of the place.</param>
    internal DateTimeOffset HappenedBy(DateTimeOffset now)
    {
        var end = new DateTimeOffset(Plan.Until.ToDateTime(Plan.Ends), now.Offset);
        return end < now ? end : now;
    }

    internal static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.DateTime);

    internal static Refusal? ReasonProblem(string reason) =>
        reason.Trim().Length is 0 or > Limits.Remark ? CoachingRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? CoachingRefusals.HoldsNumber
        : null;

    public static Coaching Evolve(Coaching? state, CoachingEvent happened) => (state, happened) switch
    {
        (null, CoachingPlanned e) => new(e.Coaching, e.Office, e.Region) { Plan = e.Plan },
        (not null, CoachingChanged e) => state with { Plan = e.Plan },
        (not null, CoachingMoved e) => state with { Plan = e.Plan },
        (not null, CoachingGroupsInvited e) => state with
        {
            Invited = new Dictionary<Id<Group>, int?>(state.Invited.Concat(e.Groups.Select(group => KeyValuePair.Create(group, (int?)null)))),
        },
        (not null, CoachingInvitationAnswered e) => state with { Invited = new Dictionary<Id<Group>, int?>(state.Invited) { [e.Group] = e.People } },
        (not null, CoachingMaterialsGiven e) => state with { Materials = e.Materials },
        (not null, CoachingCancelled) => state with { Status = CoachingStatus.Cancelled },
        (not null, CoachingHeld) => state with { Status = CoachingStatus.Held },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a coaching")}."),
    };

    private Refusal? Closed() => Status switch
    {
        CoachingStatus.Cancelled => CoachingRefusals.Cancelled,
        CoachingStatus.Held => CoachingRefusals.Over,
        _ => null,
    };

    private static Refusal? Problem(CoachingPlan plan, RegionCode region, DateOnly today) =>
        plan.Problem() is { } problem ? problem
        : !region.Contains(plan.Village) ? CoachingRefusals.OutsideRegion
        : plan.From < today.AddDays(-CoachingPlan.DaysBack) ? CoachingRefusals.TooLongAgo
        : null;
}
