using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>What an office assesses by, as it is kept in its row.</summary>
public sealed record OfficeRubricRow(OfficeOpened Opened)
{
    public long Version { get; init; }

    public OfficeRubricSet? Set { get; init; }
}

/// <summary>Writes <c>office_rubrics</c>.</summary>
public sealed class OfficeRubrics : StreamView<OfficeRubricRow>
{
    public override string Name => "office_rubrics";

    public override string Kind => StreamKind<Office>.Name;

    public override string Ddl { get; } = Ddls.Of<OfficeRubrics>();

    protected override Columns<OfficeRubricRow> Columns { get; } = new()
    {
        { "office_id", NpgsqlDbType.Uuid, row => row.Opened.Office.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "region", NpgsqlDbType.Text, row => row.Opened.Region.Value },
        { "number", NpgsqlDbType.Integer, row => row.Set?.Version ?? 0 },
        { "terms", NpgsqlDbType.Jsonb, row => row.Set is { } set ? Json.Of(set.Rubric, EventJson.Default.Rubric).Utf8 : null },
        { "is_public", NpgsqlDbType.Boolean, row => row.Set?.Rubric.IsPublic },
    };

    protected override OfficeRubricRow? Evolve(OfficeRubricRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static OfficeRubricRow? Change(OfficeRubricRow? row, object happened) => happened switch
    {
        OfficeOpened e => new(e),
        OfficeRubricSet e => row! with { Set = e },
        _ => row,
    };
}
