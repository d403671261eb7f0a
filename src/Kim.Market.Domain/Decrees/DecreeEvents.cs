using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Decrees;

/// <summary>Everything that can happen to a decree. The type names are stored: rename one and history is lost.</summary>
public abstract record DecreeEvent
{
    private protected DecreeEvent() { }
}

public sealed record DecreeRecorded(
    Id<Decree> Decree, string Number, string Title, DecreeIssuer Issuer, RegionCode Region, DateOnly IssuedOn, DateOnly? ValidUntil,
    string? Document, DateTimeOffset At) : DecreeEvent;

public sealed record DecreeGroupNamed(Id<Group> Group, DateTimeOffset At) : DecreeEvent;

public sealed record DecreeGroupStruck(Id<Group> Group, DateTimeOffset At) : DecreeEvent;

/// <summary>Its scan has been put among the private papers; what is on it is no event.</summary>
public sealed record DecreePaperKept(Guid Paper, DateTimeOffset At) : DecreeEvent;

public sealed record DecreeRevoked(DateTimeOffset At) : DecreeEvent;
