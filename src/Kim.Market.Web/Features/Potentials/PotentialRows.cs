using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>A potential as it is kept in its row.</summary>
public sealed record PotentialRow(PotentialProposed Proposed)
{
    public long Version { get; init; }

    public PotentialStatus Status { get; init; }

    public PotentialSheet Sheet { get; init; } = Proposed.Sheet;

    public PotentialSheet? Shown { get; init; }

    public DateTimeOffset? ShownAt { get; init; }

    public string? Note { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = Proposed.At;
}

/// <summary>Writes <c>potentials</c>.</summary>
public sealed class PotentialRows : StreamView<PotentialRow>
{
    public override string Name => "potentials";

    public override string Kind => StreamKind<Potential>.Name;

    public override string Ddl { get; } = Ddls.Of<PotentialRows>();

    protected override Columns<PotentialRow> Columns { get; } = new()
    {
        { "potential_id", NpgsqlDbType.Uuid, row => row.Proposed.Potential.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.Proposed.Group.Value },
        { "village", NpgsqlDbType.Text, row => row.Proposed.Village.Value },
        { "slug", NpgsqlDbType.Text, row => row.Proposed.Slug },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "title", NpgsqlDbType.Text, row => row.Sheet.Title },
        { "sheet", NpgsqlDbType.Jsonb, row => Kept(row.Sheet) },
        { "shown", NpgsqlDbType.Jsonb, row => row.Shown is { } shown ? Kept(shown) : null },
        { "shown_kind", NpgsqlDbType.Smallint, row => (short?)row.Shown?.Kind },
        { "shown_at", NpgsqlDbType.TimestampTz, row => row.ShownAt },
        { "note", NpgsqlDbType.Text, row => row.Note },
        { "proposed_at", NpgsqlDbType.TimestampTz, row => row.Proposed.At },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override PotentialRow? Evolve(PotentialRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static PotentialRow? Change(PotentialRow? row, object happened) => happened switch
    {
        PotentialProposed e => new(e),
        PotentialRevised e => row! with { Status = PotentialStatus.Waiting, Sheet = e.Sheet, Note = null, ChangedAt = e.At },
        PotentialConfirmed e => row! with { Status = PotentialStatus.Confirmed, Shown = row.Sheet, ShownAt = e.At, Note = null, ChangedAt = e.At },
        PotentialReturned e => row! with { Status = PotentialStatus.Returned, Note = e.Note, ChangedAt = e.At },
        PotentialWithdrawn e => row! with { Status = PotentialStatus.Withdrawn, Shown = null, Note = e.Reason, ChangedAt = e.At },
        _ => row,
    };

    // As it stands in the events: one shape to read, wherever it lies.
    private static byte[] Kept(PotentialSheet sheet) => Json.Of(sheet, EventJson.Default.PotentialSheet).Utf8;
}
