using Kim.Market.Domain;
using Kim.Market.Domain.Imports;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Where a list stands between being sent and being done.</summary>
public enum ImportState { Checked, Running, Done, Undoing, Undone }

/// <summary>Where a row of it stands.</summary>
public enum RowState { Good, Wrong, Twice }

/// <summary>A row as it was understood.</summary>
/// <param name="Subject">The id of what it becomes.</param>
/// <param name="Key">Its name with nothing but letters and digits.</param>
/// <param name="Village">Empty when it is not known.</param>
/// <param name="Data">What its events will say, as JSON.</param>
public sealed record ReadRow(int Number, Guid Subject, string Key, string Village, string Data)
{
    public byte[]? Phone { get; init; }

    /// <summary>Of a person: for the vault and nothing else.</summary>
    public IReadOnlyList<(string Field, string Value)> Secrets { get; init; } = [];

    /// <summary>Why it cannot be taken over, or what of it is left out.</summary>
    public Refusal? Problem { get; init; }

    /// <summary>It is taken over all the same.</summary>
    public bool IsGood { get; init; }
}

/// <summary>A row that waits to be taken over.</summary>
public sealed record StagedRow(int Number, Guid Subject, string Village, byte[]? Phone, string Data);

/// <summary>A list on its way.</summary>
public sealed record ImportJob(Guid Id, short Kind, Guid OfficeId, string Region, Guid MemberId, short State, int Position, int Recorded, int Skipped, int Withdrawn, int Kept)
{
    public RegionCode Within => RegionCode.Parse(Region);

    public Metadata By => new Asker(new Id<Member>(MemberId)).By(Id);
}

/// <summary>How far one step of taking back came.</summary>
public sealed record TakenBack(Commit Commit, int Withdrawn, int Kept, bool IsLast);

/// <summary>One kind of list: how its rows are read, when one is known already, and what it becomes.</summary>
public interface IImportList
{
    ImportKind Kind { get; }

    /// <summary>What a column of such a list means; null for what is not taken over.</summary>
    ListColumn? Meaning(ColumnName column);

    /// <summary>What such a list cannot do without.</summary>
    Refusal? Lacks(Sheet sheet);

    /// <summary>Reads one row; what it needs to know, <paramref name="aids"/> knows.</summary>
    ReadRow Read(SheetRow row, ReadingAids aids);

    /// <summary>Marks rows that stand twice in the list.</summary>
    Sql MarkRepeated(Guid import);

    /// <summary>Marks rows that the market knows already, from behind one row of the file through another.</summary>
    IEnumerable<Sql> MarkKnown(Guid import, RegionCode region, int after, int through);

    /// <summary>Adds what these rows become to the commit.</summary>
    Task AppendAsync(Commit commit, ImportJob job, IReadOnlyList<StagedRow> rows, DateTimeOffset now, CancellationToken ct);

    /// <summary>Takes some of what it became back.</summary>
    Task<TakenBack> TakeBackAsync(ImportJob job, DateTimeOffset now, CancellationToken ct);
}

/// <summary>What reading a row needs to know.</summary>
public sealed record ReadingAids(VillageIndex Villages, PhoneHashes.Hasher Phones, DateTimeOffset Now);
