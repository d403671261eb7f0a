using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.MarketDays;

/// <summary>Everything that can happen to a market day. The type names are stored: rename one and history is lost.</summary>
public abstract record MarketDayEvent
{
    private protected MarketDayEvent() { }
}

/// <summary>A KIM hands out orders at a place, week by week.</summary>
public sealed record MarketDayOpened(Id<MarketDay> MarketDay, Id<Group> Group, MarketPlan Plan, DateTimeOffset At) : MarketDayEvent;

/// <summary>For orders from now on.</summary>
public sealed record MarketDayChanged(MarketPlan Plan, DateTimeOffset At) : MarketDayEvent;

/// <summary>It does not take place on one date.</summary>
/// <param name="Reason">For everybody to read.</param>
public sealed record MarketDayDateCancelled(DateOnly Date, string Reason, DateTimeOffset At) : MarketDayEvent;

public sealed record MarketDayEnded(DateTimeOffset At) : MarketDayEvent;
