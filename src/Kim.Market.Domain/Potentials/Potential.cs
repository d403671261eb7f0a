using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Potentials;

public enum PotentialStatus { Waiting, Confirmed, Returned, Withdrawn }

/// <summary>
/// Something a village has: written by a KIM that works there (whoever finds it for the writer has checked that), looked at by an
/// officer before anybody else reads it. What was confirmed once stays on show while a newer text waits.
/// </summary>
public sealed record Potential(Id<Potential> Id, Id<Group> Group, RegionCode Village) : IAggregate<Potential, PotentialEvent>
{
    public PotentialStatus Status { get; private init; }

    /// <summary>As its KIM has it now.</summary>
    public PotentialSheet Sheet { get; private init; } = null!;

    /// <summary>What an officer has confirmed and everybody reads; null while there is nothing.</summary>
    public PotentialSheet? Shown { get; private init; }

    public static Decision<PotentialEvent> Propose(
        Id<Potential> id, Id<Group> group, RegionCode village, string slug, PotentialSheet sheet, DateTimeOffset now) =>
        village.Kind is not (RegionKind.Village or RegionKind.UrbanVillage or RegionKind.CustomaryVillage) ? PotentialRefusals.NotAVillage
        : !Domain.Slug.IsValid(slug) ? PotentialRefusals.BadSlug
        : sheet.Problem(DayOf(now)) is { } problem ? problem
        : [new PotentialProposed(id, group, village, slug, sheet.Tidy(), now)];

    /// <summary>What was taken away comes back this way, too: it waits for an officer like anything new. Its photos stay as they are.</summary>
    public Decision<PotentialEvent> Revise(PotentialSheet sheet, DateTimeOffset now) => Say(sheet with { Photos = Sheet.Photos }, now);

    /// <summary>A photo says as much as a sentence: the officer looks again before another one is shown.</summary>
    public Decision<PotentialEvent> Picture(IReadOnlyList<Photo> photos, DateTimeOffset now) =>
        Status == PotentialStatus.Withdrawn ? PotentialRefusals.IsWithdrawn
        : photos.SequenceEqual(Sheet.Pictures()) ? []
        : Say(Sheet with { Photos = [.. photos] }, now);

    public Decision<PotentialEvent> Confirm(Id<Office> office, DateTimeOffset now) => Status switch
    {
        PotentialStatus.Confirmed => [],
        PotentialStatus.Waiting => [new PotentialConfirmed(office, now)],
        _ => PotentialRefusals.NotWaiting,
    };

    public Decision<PotentialEvent> Return(Id<Office> office, string note, DateTimeOffset now) =>
        Status == PotentialStatus.Returned ? []
        : Status != PotentialStatus.Waiting ? PotentialRefusals.NotWaiting
        : ReasonProblem(note) is { } problem ? problem
        : [new PotentialReturned(office, note.Trim(), now)];

    /// <param name="office">Null when its own KIM takes it away.</param>
    public Decision<PotentialEvent> Withdraw(Id<Office>? office, string reason, DateTimeOffset now) =>
        Status == PotentialStatus.Withdrawn ? []
        : ReasonProblem(reason) is { } problem ? problem
        : [new PotentialWithdrawn(office, reason.Trim(), now)];

    public static Potential Evolve(Potential? state, PotentialEvent happened) => (state, happened) switch
    {
        (null, PotentialProposed e) => new(e.Potential, e.Group, e.Village) { Sheet = e.Sheet },
        (not null, PotentialRevised e) => state with { Status = PotentialStatus.Waiting, Sheet = e.Sheet },
        (not null, PotentialConfirmed) => state with { Status = PotentialStatus.Confirmed, Shown = state.Sheet },
        (not null, PotentialReturned) => state with { Status = PotentialStatus.Returned },
        (not null, PotentialWithdrawn) => state with { Status = PotentialStatus.Withdrawn, Shown = null },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };

    private Decision<PotentialEvent> Say(PotentialSheet sheet, DateTimeOffset now) =>
        sheet.Problem(DayOf(now)) is { } problem ? problem
        : Status is PotentialStatus.Waiting or PotentialStatus.Confirmed && sheet.Tidy().Says(Sheet) ? []
        : [new PotentialRevised(sheet.Tidy(), now)];

    // A year is written down by people on the ground: by their own calendar, the earliest of the three zones.
    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(9));

    private static Refusal? ReasonProblem(string reason) =>
        reason.Trim().Length is 0 or > Limits.Note ? PotentialRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? PotentialRefusals.ReasonHoldsNumber
        : null;
}
