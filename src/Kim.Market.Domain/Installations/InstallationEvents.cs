namespace Kim.Market.Domain.Installations;

/// <summary>Everything that can happen to who runs this installation. The type names are stored: rename one and history is lost.</summary>
public abstract record InstallationEvent
{
    private protected InstallationEvent() { }
}

public sealed record OperatorAppointed(Id<Member> Member, DateTimeOffset At) : InstallationEvent;

public sealed record OperatorReleased(Id<Member> Member, DateTimeOffset At) : InstallationEvent;

/// <summary>No working day, as three ministers settled it (SKB), or as the place knows better.</summary>
public sealed record HolidayNamed(DateOnly Day, string Name, DateTimeOffset At) : InstallationEvent;

/// <summary>A working day after all.</summary>
public sealed record HolidayLifted(DateOnly Day, DateTimeOffset At) : InstallationEvent;
