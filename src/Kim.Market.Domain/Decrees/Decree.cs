using System.Collections.Immutable;
using System.Diagnostics;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Decrees;

/// <summary>Who signs a decree on KIM: seen were village heads, lurah, camat, regents and heads of the office.</summary>
public enum DecreeIssuer { VillageHead, Lurah, Camat, RegentOrMayor, HeadOfOffice, Other }

/// <summary>A decree (SK) that founds or confirms KIM: one may name many, and a KIM may have several.</summary>
public sealed record Decree(Id<Decree> Id, RegionCode Region) : IAggregate<Decree, DecreeEvent>
{
    public ImmutableHashSet<Id<Group>> Groups { get; private init; } = [];

    public bool IsRevoked { get; private init; }

    /// <summary>Where its scan is kept; null until there is one.</summary>
    public Guid? Paper { get; private init; }

    /// <param name="number">As it stands on the paper: its form is free.</param>
    /// <param name="title">What it is about ("tentang").</param>
    /// <param name="document">The kept scan, by the name of its content; it is not public.</param>
    public static Decision<DecreeEvent> Record(
        Id<Decree> id, string number, string title, DecreeIssuer issuer, RegionCode region, DateOnly issuedOn, DateOnly? validUntil,
        string? document, DateTimeOffset now) =>
        number.Trim().Length is 0 or > Limits.Name ? DecreeRefusals.NumberLength
        : title.Trim().Length > Limits.Place ? DecreeRefusals.TitleLength
        : issuedOn > DateOnly.FromDateTime(now.UtcDateTime.AddDays(1)) ? DecreeRefusals.IssuedLater
        : validUntil < issuedOn ? DecreeRefusals.EndsBeforeItBegins
        : [new DecreeRecorded(id, number.Trim(), title.Trim(), issuer, region, issuedOn, validUntil, document, now)];

    public Decision<DecreeEvent> Name(Id<Group> group, DateTimeOffset now) =>
        IsRevoked ? DecreeRefusals.IsRevoked
        : Groups.Contains(group) ? []
        : [new DecreeGroupNamed(group, now)];

    /// <summary>Its scan has been put among the private papers; a better one may follow.</summary>
    public Decision<DecreeEvent> KeepPaper(Guid paper, DateTimeOffset now) =>
        IsRevoked ? DecreeRefusals.IsRevoked
        : Paper == paper ? []
        : [new DecreePaperKept(paper, now)];

    /// <summary>The KIM does not stand in the decree after all.</summary>
    public Decision<DecreeEvent> Strike(Id<Group> group, DateTimeOffset now) =>
        Groups.Contains(group) ? [new DecreeGroupStruck(group, now)] : [];

    public Decision<DecreeEvent> Revoke(DateTimeOffset now) => IsRevoked ? [] : [new DecreeRevoked(now)];

    public static Decree Evolve(Decree? state, DecreeEvent happened) => (state, happened) switch
    {
        (null, DecreeRecorded e) => new(e.Decree, e.Region),
        (not null, DecreeGroupNamed e) => state with { Groups = state.Groups.Add(e.Group) },
        (not null, DecreeGroupStruck e) => state with { Groups = state.Groups.Remove(e.Group) },
        (not null, DecreePaperKept e) => state with { Paper = e.Paper },
        (not null, DecreeRevoked) => state with { IsRevoked = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a decree")}."),
    };
}
