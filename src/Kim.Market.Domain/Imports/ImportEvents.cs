using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Imports;

/// <summary>Everything that can happen to an import. The type names are stored: rename one and history is lost.</summary>
public abstract record ImportEvent
{
    private protected ImportEvent() { }
}

/// <param name="Rows">How many rows there are to take over; what stood in them are events of their own.</param>
public sealed record ImportBegun(
    Id<Import> Import, ImportKind Kind, Id<Office> Office, RegionCode Region, int Rows, DateTimeOffset At) : ImportEvent;

public sealed record ImportFinished(int Recorded, int Skipped, DateTimeOffset At) : ImportEvent;

/// <summary>An officer takes the whole list back; the rows follow.</summary>
public sealed record ImportUndone(DateTimeOffset At) : ImportEvent;

public sealed record ImportUndoFinished(int Withdrawn, int Kept, DateTimeOffset At) : ImportEvent;
