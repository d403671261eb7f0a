using Kim.Market.Domain;
using Kim.Market.Domain.Directory;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Entries;

/// <summary>A line of the directory as lists show it.</summary>
public sealed record EntryRow(
    Guid EntryId, string Name, RegionCode Village, string Category, Guid List, DateTimeOffset RecordedAt)
{
    public long Version { get; init; }

    public EntryStatus Status { get; init; }

    public Guid? Business { get; init; }

    /// <summary>A name with nothing but letters and digits.</summary>
    public static string KeyOf(string name) => string.Concat(name.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}

/// <summary>Writes <c>directory_entries</c>.</summary>
public sealed class EntryRows : StreamView<EntryRow>
{
    public override string Name => "directory_entries";

    public override string Kind => StreamKind<DirectoryEntry>.Name;

    public override string Ddl { get; } = Ddls.Of<EntryRows>();

    protected override Columns<EntryRow> Columns { get; } = new()
    {
        { "entry_id", NpgsqlDbType.Uuid, row => row.EntryId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "name", NpgsqlDbType.Text, row => row.Name },
        { "key", NpgsqlDbType.Text, row => EntryRow.KeyOf(row.Name) },
        { "village", NpgsqlDbType.Text, row => row.Village.Value },
        { "category", NpgsqlDbType.Text, row => row.Category },
        { "list_id", NpgsqlDbType.Uuid, row => row.List },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "business_id", NpgsqlDbType.Uuid, row => row.Business },
        { "recorded_at", NpgsqlDbType.TimestampTz, row => row.RecordedAt },
    };

    protected override EntryRow? Evolve(EntryRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static EntryRow? Change(EntryRow? row, object happened) => happened switch
    {
        DirectoryEntryRecorded e => new(e.Entry.Value, e.Name, e.Village, e.Category, e.List.Value, e.At),
        DirectoryEntryClaimed e => row! with { Status = EntryStatus.Claimed, Business = e.Business.Value },
        DirectoryEntryWithdrawn => row! with { Status = EntryStatus.Withdrawn },
        _ => row,
    };
}
