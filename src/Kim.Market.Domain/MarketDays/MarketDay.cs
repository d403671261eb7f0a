using System.Diagnostics;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.MarketDays;

/// <summary>A day of the week on which a KIM hands out what its sellers sold, at one place, for one shared price of bringing it there.</summary>
public sealed record MarketDay(Id<MarketDay> Id, Id<Group> Group) : IAggregate<MarketDay, MarketDayEvent>
{
    /// <summary>How far ahead a buyer is told of a date, and a date can be called off.</summary>
    public const int Ahead = 60;

    public MarketPlan Plan { get; private init; } = null!;

    /// <summary>Dates on which it does not take place.</summary>
    public IReadOnlySet<DateOnly> CalledOff { get; private init; } = new HashSet<DateOnly>();

    public bool IsEnded { get; private init; }

    public static Decision<MarketDayEvent> Open(Id<MarketDay> id, Id<Group> group, MarketPlan plan, DateTimeOffset now) =>
        plan.Problem() is { } problem ? problem : [new MarketDayOpened(id, group, plan.Tidy(), now)];

    /// <summary>What was ordered before keeps the place and the hours that it was ordered for.</summary>
    public Decision<MarketDayEvent> Change(MarketPlan plan, DateTimeOffset now) =>
        IsEnded ? MarketDayRefusals.Ended
        : plan.Problem() is { } problem ? problem
        : plan.Tidy().IsSame(Plan) ? []
        : [new MarketDayChanged(plan.Tidy(), now)];

    /// <summary>One date falls out; buyers who ordered for it read why.</summary>
    /// <param name="today">At the place.</param>
    public Decision<MarketDayEvent> CallOff(DateOnly date, string reason, DateOnly today, DateTimeOffset now) =>
        CalledOff.Contains(date) ? []
        : reason.Trim().Length is 0 or > Limits.Remark ? MarketDayRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? MarketDayRefusals.ReasonHoldsNumber
        : date < today || date > today.AddDays(Ahead) ? MarketDayRefusals.NotADate
        : [new MarketDayDateCancelled(date, reason.Trim(), now)];

    /// <summary>No new orders; those that stand go on to their end.</summary>
    public Decision<MarketDayEvent> End(DateTimeOffset now) => IsEnded ? [] : [new MarketDayEnded(now)];

    public static MarketDay Evolve(MarketDay? state, MarketDayEvent happened) => (state, happened) switch
    {
        (null, MarketDayOpened e) => new(e.MarketDay, e.Group) { Plan = e.Plan },
        (not null, MarketDayChanged e) => state with { Plan = e.Plan },
        (not null, MarketDayDateCancelled e) => state with { CalledOff = new HashSet<DateOnly>(state.CalledOff) { e.Date } },
        (not null, MarketDayEnded) => state with { IsEnded = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a market day")}."),
    };
}
