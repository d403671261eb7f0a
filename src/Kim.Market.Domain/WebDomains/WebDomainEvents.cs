using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.WebDomains;

/// <summary>How a KIM has shown that a name is its own. The numbers are stored.</summary>
public enum DomainProof { Record, File }

/// <summary>Why a name shows a KIM's page no more. The numbers are stored.</summary>
public enum DomainEnd { ProofGone, NeverProven, TakenOver }

/// <summary>Everything that can happen to a KIM's own name on the web. The type names are stored: rename one and history is lost.</summary>
public abstract record WebDomainEvent
{
    private protected WebDomainEvent() { }
}

/// <summary>A KIM says that a name is its own; anybody can say so.</summary>
public sealed record WebDomainClaimed(Id<WebDomain> Domain, Id<Group> Group, string Host, DateTimeOffset At) : WebDomainEvent;

/// <summary>Proof was found where only whoever holds the name can put it; also when it is back after it was missed.</summary>
public sealed record WebDomainVerified(DomainProof Proof, DateTimeOffset At) : WebDomainEvent;

/// <summary>The proof is not there any more; the name still shows the page.</summary>
public sealed record WebDomainMissed(DateTimeOffset At) : WebDomainEvent;

/// <summary>The name shows the page no more, for a reason that is not the KIM's wish.</summary>
public sealed record WebDomainSwitchedOff(DomainEnd Reason, DateTimeOffset At) : WebDomainEvent;

/// <summary>The KIM has let go of the name.</summary>
public sealed record WebDomainReleased(DateTimeOffset At) : WebDomainEvent;
