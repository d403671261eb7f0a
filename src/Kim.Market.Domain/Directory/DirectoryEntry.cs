using System.Diagnostics;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Imports;

namespace Kim.Market.Domain.Directory;

public enum EntryStatus { Listed, Claimed, Withdrawn }

/// <summary>Why a line is taken out of the directory.</summary>
public enum WithdrawalReason { ListUndone, AskedFor, Wrong }

/// <summary>A business that an office knows of and that does not sell here yet: a plain line, without a person, until its owner claims it.</summary>
public sealed record DirectoryEntry(Id<DirectoryEntry> Id, string Name, RegionCode Village) : IAggregate<DirectoryEntry, DirectoryEvent>
{
    /// <summary>Letters of what a list says a business does.</summary>
    public const int LongestCategory = 60;

    public EntryStatus Status { get; private init; }

    /// <param name="category">What the list says it does; empty when it does not say.</param>
    /// <param name="list">The list it stood in.</param>
    public static Decision<DirectoryEvent> Record(
        Id<DirectoryEntry> id, string name, RegionCode village, string category, Id<Import> list, DateTimeOffset now) =>
        name.Trim().Length is 0 or > Limits.Name ? DirectoryRefusals.NameLength
        : PublicText.HoldsNumber(name) || PublicText.HoldsNumber(category) ? DirectoryRefusals.HoldsNumber
        : village.Value.Length != 13 ? DirectoryRefusals.NotAVillage
        : category.Trim().Length > LongestCategory ? DirectoryRefusals.CategoryLength
        : [new DirectoryEntryRecorded(id, name.Trim(), village, category.Trim(), list, now)];

    /// <summary>Its owner sells here now.</summary>
    public Decision<DirectoryEvent> Claim(Id<Business> business, DateTimeOffset now) => Status switch
    {
        EntryStatus.Listed => [new DirectoryEntryClaimed(business, now)],
        EntryStatus.Claimed => DirectoryRefusals.ClaimedAlready,
        _ => DirectoryRefusals.Gone,
    };

    /// <summary>Takes the line out; what its owner has claimed stays.</summary>
    public Decision<DirectoryEvent> Withdraw(WithdrawalReason reason, DateTimeOffset now) => Status switch
    {
        EntryStatus.Listed => [new DirectoryEntryWithdrawn(reason, now)],
        EntryStatus.Withdrawn => [],
        _ => DirectoryRefusals.ClaimedAlready,
    };

    public static DirectoryEntry Evolve(DirectoryEntry? state, DirectoryEvent happened) => (state, happened) switch
    {
        (null, DirectoryEntryRecorded e) => new(e.Entry, e.Name, e.Village),
        (not null, DirectoryEntryClaimed) => state with { Status = EntryStatus.Claimed },
        (not null, DirectoryEntryWithdrawn) => state with { Status = EntryStatus.Withdrawn },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.Status.ToString() ?? "nothing"}."),
    };
}
