using System.Diagnostics;

namespace Kim.Market.Domain.Installations;

/// <summary>The one role in an installation: whoever keeps it running and opens the first offices.</summary>
public enum InstallationRole { Operator }

/// <summary>This very market as something that is run by people. There is one, so its stream has a fixed name.</summary>
public sealed record Installation : IAggregate<Installation, InstallationEvent>
{
    public static readonly Id<Installation> Id = new(new("00000000-0000-7000-8000-0000006b696d"));

    public IReadOnlySet<Id<Member>> Operators { get; private init; } = new HashSet<Id<Member>>();

    /// <summary>Days that operators have named holidays, or working days after all: then the name is null.</summary>
    public IReadOnlyDictionary<DateOnly, string?> Holidays { get; private init; } = new Dictionary<DateOnly, string?>();

    /// <param name="known">Null before the first operator.</param>
    public static Decision<InstallationEvent> Appoint(Installation? known, Id<Member> member, DateTimeOffset now) =>
        known is not null && known.Operators.Contains(member) ? [] : [new OperatorAppointed(member, now)];

    /// <summary>An installation is never left without an operator.</summary>
    public Decision<InstallationEvent> Release(Id<Member> member, DateTimeOffset now) =>
        !Operators.Contains(member) ? []
        : Operators.Count == 1 ? InstallationRefusals.LastOperator
        : [new OperatorReleased(member, now)];

    /// <param name="settled">What three ministers call the day; null for a working day.</param>
    public Decision<InstallationEvent> NameHoliday(DateOnly day, string name, string? settled, DateTimeOffset now) =>
        name.Trim().Length is 0 or > Limits.Name || PublicText.HoldsNumber(name) ? InstallationRefusals.HolidayName
        : Math.Abs(day.Year - now.Year) > 3 ? InstallationRefusals.HolidayDay
        : Holidays.GetValueOrDefault(day, settled) == name.Trim() ? []
        : [new HolidayNamed(day, name.Trim(), now)];

    /// <param name="settled">What three ministers call the day; null for a working day.</param>
    public Decision<InstallationEvent> LiftHoliday(DateOnly day, string? settled, DateTimeOffset now) =>
        Holidays.GetValueOrDefault(day, settled) is null ? [] : [new HolidayLifted(day, now)];

    public static Installation Evolve(Installation? state, InstallationEvent happened) => (state, happened) switch
    {
        (_, OperatorAppointed e) => (state ?? new()) with { Operators = new HashSet<Id<Member>>(state?.Operators ?? new HashSet<Id<Member>>()) { e.Member } },
        (not null, OperatorReleased e) => state with { Operators = new HashSet<Id<Member>>(state.Operators.Where(known => known != e.Member)) },
        (not null, HolidayNamed e) => state with { Holidays = new Dictionary<DateOnly, string?>(state.Holidays) { [e.Day] = e.Name } },
        (not null, HolidayLifted e) => state with { Holidays = new Dictionary<DateOnly, string?>(state.Holidays) { [e.Day] = null } },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow nothing."),
    };
}
