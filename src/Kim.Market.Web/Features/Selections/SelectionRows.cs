using Kim.Market.Domain.Selections;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Selections;

/// <summary>A product of a selection, as the row keeps it.</summary>
/// <param name="DroppedAt">Null while it is in.</param>
public sealed record PickedRow(Guid Product, string Note, DateTimeOffset? DroppedAt, string Reason);

/// <summary>A selection as it is kept in its row.</summary>
public sealed record SelectionRow(SelectionDrafted Drafted)
{
    public long Version { get; init; }

    public SelectionTerms Terms { get; init; } = Drafted.Terms;

    public SelectionStatus Status { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<PickedRow> Picks { get; init; } = [];
}

/// <summary>Writes <c>selections</c>.</summary>
public sealed class SelectionRows : StreamView<SelectionRow>
{
    public override string Name => "selections";

    public override string Kind => StreamKind<Selection>.Name;

    public override string Ddl { get; } = Ddls.Of<SelectionRows>();

    protected override Columns<SelectionRow> Columns { get; } = new()
    {
        { "selection_id", NpgsqlDbType.Uuid, row => row.Drafted.Selection.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "office_id", NpgsqlDbType.Uuid, row => row.Drafted.Office.Value },
        { "region", NpgsqlDbType.Text, row => row.Drafted.Region.Value },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "title", NpgsqlDbType.Text, row => row.Terms.Title },
        { "criterion", NpgsqlDbType.Text, row => row.Terms.Criterion },
        { "starts_on", NpgsqlDbType.Date, row => row.Terms.From },
        { "ends_on", NpgsqlDbType.Date, row => row.Terms.Until },
        { "closes_on", NpgsqlDbType.Date, row => row.EndedOn is { } day && day < row.Terms.Until ? day : row.Terms.Until },
        { "opened_at", NpgsqlDbType.TimestampTz, row => row.OpenedAt?.ToUniversalTime() },
        { "reason", NpgsqlDbType.Text, row => row.Reason },
        { "products", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Picks.Select(pick => pick.Product).ToArray() },
        { "notes", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Picks.Select(pick => pick.Note).ToArray() },
        { "dropped_at", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, row => row.Picks.Select(pick => pick.DroppedAt?.UtcDateTime ?? DateTime.MaxValue).ToArray() },
        { "reasons", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Picks.Select(pick => pick.Reason).ToArray() },
    };

    protected override SelectionRow? Evolve(SelectionRow? row, Recorded recorded) => Change(row, recorded) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static SelectionRow? Change(SelectionRow? row, Recorded recorded) => recorded.Data switch
    {
        SelectionDrafted e => new(e),
        SelectionRewritten e => row! with { Terms = e.Terms },
        SelectionPicked e when row!.Picks.Any(pick => pick.Product == e.Product.Value) => row with
        {
            Picks = [.. row.Picks.Select(pick => pick.Product == e.Product.Value ? pick with { Note = e.Note } : pick)],
        },
        SelectionPicked e => row! with { Picks = [.. row.Picks, new(e.Product.Value, e.Note, null, "")] },
        SelectionPickDropped e when row!.Status == SelectionStatus.Draft => row with { Picks = [.. row.Picks.Where(pick => pick.Product != e.Product.Value)] },
        SelectionPickDropped e => row! with
        {
            Picks = [.. row.Picks.Select(pick => pick.Product == e.Product.Value ? pick with { DroppedAt = e.At, Reason = e.Reason } : pick)],
        },
        SelectionOpened e => row! with { Status = SelectionStatus.Open, OpenedAt = e.At },
        SelectionEnded e => row! with { Status = SelectionStatus.Ended, Reason = e.Reason, EndedOn = DateFormat.DayIn(e.At, SelectionDesk.ZoneOf(row.Drafted.Region)) },
        _ => row,
    };
}
