namespace Kim.Market.Domain.Installations;

/// <summary>Everything that can happen to who runs this installation. The type names are stored: rename one and history is lost.</summary>
public abstract record InstallationEvent
{
    private protected InstallationEvent() { }
}

public sealed record OperatorAppointed(Id<Member> Member, DateTimeOffset At) : InstallationEvent;

public sealed record OperatorReleased(Id<Member> Member, DateTimeOffset At) : InstallationEvent;
