using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Imports;

namespace Kim.Market.Domain.Directory;

/// <summary>Everything that can happen to a line of the directory. The type names are stored: rename one and history is lost.</summary>
public abstract record DirectoryEvent
{
    private protected DirectoryEvent() { }
}

/// <param name="Category">As it stands in the office's list.</param>
/// <param name="List">The import it came with.</param>
public sealed record DirectoryEntryRecorded(
    Id<DirectoryEntry> Entry, string Name, RegionCode Village, string Category, Id<Import> List, DateTimeOffset At) : DirectoryEvent;

/// <summary>Its owner has shown a code and sells here as this business.</summary>
public sealed record DirectoryEntryClaimed(Id<Business> Business, DateTimeOffset At) : DirectoryEvent;

public sealed record DirectoryEntryWithdrawn(WithdrawalReason Reason, DateTimeOffset At) : DirectoryEvent;
