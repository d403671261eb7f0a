using System.Diagnostics;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Imports;

/// <summary>What a list that an office takes over is a list of: businesses it knows, or KIM.</summary>
public enum ImportKind { Businesses, Groups }

/// <summary>A list that an office has taken over, row by row; for a day it can be taken back.</summary>
public sealed record Import(Id<Import> Id, ImportKind Kind, RegionCode Region) : IAggregate<Import, ImportEvent>
{
    /// <summary>So long after its last row it can be undone.</summary>
    public static readonly TimeSpan Patience = Act.Patience;

    public DateTimeOffset? FinishedAt { get; private init; }

    public bool IsUndone { get; private init; }

    private bool IsUndoFinished { get; init; }

    /// <param name="rows">How many rows there are to take over.</param>
    public static Decision<ImportEvent> Begin(
        Id<Import> id, ImportKind kind, Id<Office> office, RegionCode region, int rows, DateTimeOffset now) =>
        rows <= 0 ? ImportRefusals.NothingToDo : [new ImportBegun(id, kind, office, region, rows, now)];

    /// <param name="recorded">Rows that became something.</param>
    /// <param name="skipped">Rows that had come in some other way meanwhile.</param>
    public Decision<ImportEvent> Finish(int recorded, int skipped, DateTimeOffset now) =>
        FinishedAt is null ? [new ImportFinished(recorded, skipped, now)] : [];

    /// <summary>Begins to take everything back that nobody has made their own since.</summary>
    public Decision<ImportEvent> Undo(DateTimeOffset now) =>
        IsUndone ? []
        : FinishedAt is not { } finished ? ImportRefusals.StillRunning
        : now > finished + Patience ? ImportRefusals.TooLate
        : [new ImportUndone(now)];

    /// <param name="kept">What somebody has made their own, and so stays.</param>
    public Decision<ImportEvent> FinishUndo(int withdrawn, int kept, DateTimeOffset now) =>
        !IsUndone || IsUndoFinished ? [] : [new ImportUndoFinished(withdrawn, kept, now)];

    public static Import Evolve(Import? state, ImportEvent happened) => (state, happened) switch
    {
        (null, ImportBegun e) => new(e.Import, e.Kind, e.Region),
        (not null, ImportFinished e) => state with { FinishedAt = e.At },
        (not null, ImportUndone) => state with { IsUndone = true },
        (not null, ImportUndoFinished) => state with { IsUndoFinished = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an import")}."),
    };
}
