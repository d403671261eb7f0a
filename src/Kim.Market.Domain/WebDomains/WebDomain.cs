using System.Diagnostics;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.WebDomains;

/// <summary>How far a name has come. The numbers are stored.</summary>
public enum DomainStanding { Claimed, Verified, Missed, Over }

/// <summary>A name on the web that a KIM calls its own: claimed by anybody, shown only while its holder proves it.</summary>
public sealed record WebDomain(Id<WebDomain> Id, Id<Group> Group, string Host) : IAggregate<WebDomain, WebDomainEvent>
{
    /// <summary>How long a proof may be away before the name is switched off: a provider's bad weekend.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    /// <summary>How long a claim waits for its proof.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromDays(30);

    public DomainStanding Standing { get; private init; } = DomainStanding.Claimed;

    /// <summary>Since when it is claimed or missed.</summary>
    public DateTimeOffset Since { get; private init; }

    /// <summary>What its holder puts where nobody else can: bound to this claim, and no secret.</summary>
    public string Proof => ProofOf(Id);

    public static string ProofOf(Id<WebDomain> id) => $"pasar-kim={id.Value:N}";

    /// <param name="ours">Names of this market: below none of them anybody has one of their own.</param>
    public static Decision<WebDomainEvent> Claim(Id<WebDomain> id, Id<Group> group, string? typed, IEnumerable<string> ours, DateTimeOffset now) =>
        !HostName.TryParse(typed, out var host) ? WebDomainRefusals.NoName
        : ours.Any(name => host.Value.IsWithin(name)) ? WebDomainRefusals.IsOurs
        : [new WebDomainClaimed(id, group, host.Value.Value, now)];

    /// <summary>Its proof was found.</summary>
    public Decision<WebDomainEvent> Verify(DomainProof proof, DateTimeOffset now) => Standing switch
    {
        DomainStanding.Over => WebDomainRefusals.IsOver,
        DomainStanding.Verified => [],
        _ => [new WebDomainVerified(proof, now)],
    };

    /// <summary>Its proof was looked for and not found. A claim waits for a while; what showed the page is switched off when nobody mends it.</summary>
    public Decision<WebDomainEvent> Miss(DateTimeOffset now) => Standing switch
    {
        DomainStanding.Claimed when now - Since >= ClaimLasts => [new WebDomainSwitchedOff(DomainEnd.NeverProven, now)],
        DomainStanding.Verified => [new WebDomainMissed(now)],
        DomainStanding.Missed when now - Since >= Patience => [new WebDomainSwitchedOff(DomainEnd.ProofGone, now)],
        _ => [],
    };

    /// <summary>Another KIM has proven that the name is theirs, and this one no longer can.</summary>
    public Decision<WebDomainEvent> GiveWay(DateTimeOffset now) =>
        Standing is DomainStanding.Over ? [] : [new WebDomainSwitchedOff(DomainEnd.TakenOver, now)];

    public Decision<WebDomainEvent> Release(DateTimeOffset now) => Standing is DomainStanding.Over ? [] : [new WebDomainReleased(now)];

    public static WebDomain Evolve(WebDomain? state, WebDomainEvent happened) => (state, happened) switch
    {
        (null, WebDomainClaimed e) => new(e.Domain, e.Group, e.Host) { Since = e.At },
        (not null, WebDomainVerified e) => state with { Standing = DomainStanding.Verified, Since = e.At },
        (not null, WebDomainMissed e) => state with { Standing = DomainStanding.Missed, Since = e.At },
        (not null, WebDomainSwitchedOff e) => state with { Standing = DomainStanding.Over, Since = e.At },
        (not null, WebDomainReleased e) => state with { Standing = DomainStanding.Over, Since = e.At },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.ToString() ?? "nothing"}."),
    };
}
