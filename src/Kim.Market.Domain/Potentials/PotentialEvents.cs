using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Potentials;

/// <summary>Everything that can happen to a potential. The type names are stored: rename one and history is lost.</summary>
public abstract record PotentialEvent
{
    private protected PotentialEvent() { }
}

/// <summary>A KIM has written down what a village has; nobody outside reads it before an officer has looked.</summary>
public sealed record PotentialProposed(
    Id<Potential> Potential, Id<Group> Group, RegionCode Village, string Slug, PotentialSheet Sheet, DateTimeOffset At) : PotentialEvent;

/// <summary>All of it as its KIM has it now. What an officer had confirmed stays on show until this is.</summary>
public sealed record PotentialRevised(PotentialSheet Sheet, DateTimeOffset At) : PotentialEvent;

/// <summary>An officer has looked at what was written last: from now on everybody reads it.</summary>
public sealed record PotentialConfirmed(Id<Office> Office, DateTimeOffset At) : PotentialEvent;

/// <summary>An officer wants something put right first.</summary>
public sealed record PotentialReturned(Id<Office> Office, string Note, DateTimeOffset At) : PotentialEvent;

/// <summary>It is shown no more; the reason can be read by all.</summary>
/// <param name="Office">The office that took it away; null when its own KIM did.</param>
public sealed record PotentialWithdrawn(Id<Office>? Office, string Reason, DateTimeOffset At) : PotentialEvent;
