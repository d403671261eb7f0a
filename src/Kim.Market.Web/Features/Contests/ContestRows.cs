using System.Text.Json.Serialization;
using Kim.Market.Domain.Contests;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Contests;

/// <summary>What one judge gave.</summary>
public sealed record GivenScores(Guid Judge, int[] Scores);

/// <summary>An entry, as the row keeps it.</summary>
public sealed record EnteredRow(Guid Group, string Title, string Text, string Address, GivenScores[] Given);

/// <summary>A contest as it is kept in its row.</summary>
public sealed record ContestRow(ContestAnnounced Announced)
{
    public long Version { get; init; }

    public ContestTerms Terms { get; init; } = Announced.Terms;

    public ContestStatus Status { get; init; }

    public IReadOnlyList<EnteredRow> Entries { get; init; } = [];

    public ContestDecided? Decided { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Writes <c>contests</c>.</summary>
public sealed class ContestRows : StreamView<ContestRow>
{
    public override string Name => "contests";

    public override string Kind => StreamKind<Contest>.Name;

    public override string Ddl { get; } = Ddls.Of<ContestRows>();

    protected override Columns<ContestRow> Columns { get; } = new()
    {
        { "contest_id", NpgsqlDbType.Uuid, row => row.Announced.Contest.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "office_id", NpgsqlDbType.Uuid, row => row.Announced.Office.Value },
        { "region", NpgsqlDbType.Text, row => row.Announced.Region.Value },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "title", NpgsqlDbType.Text, row => row.Terms.Title },
        { "opens_on", NpgsqlDbType.Date, row => row.Terms.OpensOn },
        { "closes_on", NpgsqlDbType.Date, row => row.Terms.ClosesOn },
        { "terms", NpgsqlDbType.Jsonb, row => Json.Of(row.Terms, EventJson.Default.ContestTerms).Utf8 },
        { "entries", NpgsqlDbType.Jsonb, row => Json.Of([.. row.Entries], ContestJson.Default.EnteredRowArray).Utf8 },
        { "groups", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Entries.Select(entry => entry.Group).ToArray() },
        { "places", NpgsqlDbType.Jsonb, row => row.Decided is { } decided ? Json.Of(decided.Table, EventJson.Default.ContestPlaceArray).Utf8 : null },
        { "winners", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Decided?.Table.Where(place => place.Place <= row.Terms.Winners).Select(place => place.Group.Value).ToArray() ?? [] },
        { "decided_at", NpgsqlDbType.TimestampTz, row => row.Decided?.At.ToUniversalTime() },
        { "reason", NpgsqlDbType.Text, row => row.Reason },
    };

    protected override ContestRow? Evolve(ContestRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static ContestRow? Change(ContestRow? row, object happened) => happened switch
    {
        ContestAnnounced e => new(e),
        ContestRewritten e => row! with { Terms = e.Terms },
        ContestCalledOff e => row! with { Status = ContestStatus.CalledOff, Reason = e.Reason },
        ContestEntered e => row! with
        {
            Entries = row.Entries.Any(entry => entry.Group == e.Group.Value)
                ? Changed(row, e.Group.Value, entry => entry with { Title = e.Title, Text = e.Text, Address = e.Address })
                : [.. row.Entries, new(e.Group.Value, e.Title, e.Text, e.Address, [])],
        },
        ContestEntryWithdrawn e => row! with { Entries = [.. row.Entries.Where(entry => entry.Group != e.Group.Value)] },
        ContestEntryScored e => row! with
        {
            Entries = Changed(row, e.Group.Value, entry => entry with { Given = [.. entry.Given.Where(given => given.Judge != e.Judge.Value), new(e.Judge.Value, e.Scores)] }),
        },
        ContestDecided e => row! with { Status = ContestStatus.Decided, Decided = e },
        _ => row,
    };

    private static EnteredRow[] Changed(ContestRow row, Guid group, Func<EnteredRow, EnteredRow> change) =>
        [.. row.Entries.Select(entry => entry.Group == group ? change(entry) : entry)];
}

/// <summary>How entries are kept in their column.</summary>
[JsonSerializable(typeof(EnteredRow[]))]
internal sealed partial class ContestJson : JsonSerializerContext;
