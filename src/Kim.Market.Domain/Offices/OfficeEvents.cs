using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Offices;

/// <summary>Everything that can happen to an office. The type names are stored: rename one and history is lost.</summary>
public abstract record OfficeEvent
{
    private protected OfficeEvent() { }
}

public sealed record OfficeOpened(Id<Office> Office, RegionCode Region, DateTimeOffset At) : OfficeEvent;

public sealed record OfficerAppointed(Id<Member> Member, OfficeRole Role, DateTimeOffset At) : OfficeEvent;

/// <summary>Somebody no longer works for the office.</summary>
public sealed record OfficerReleased(Id<Member> Member, OfficeRole Role, DateTimeOffset At) : OfficeEvent;

public sealed record OfficeRulesSet(GroupRules Rules, DateTimeOffset At) : OfficeEvent;

/// <summary>What the papers of the office begin with.</summary>
public sealed record OfficeLetterheadSet(Letterhead Letterhead, DateTimeOffset At) : OfficeEvent;

/// <summary>By what it assesses the KIM of its region from now on; what was assessed before stays.</summary>
/// <param name="Version">One more each time.</param>
public sealed record OfficeRubricSet(Rubric Rubric, int Version, DateTimeOffset At) : OfficeEvent;
