using Kim.Market.Domain.Assessments;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>An assessment as it is kept in its row.</summary>
public sealed record AssessmentRow(AssessmentMade Made, long Version);

/// <summary>Writes <c>assessments</c>.</summary>
public sealed class AssessmentRows : StreamView<AssessmentRow>
{
    public override string Name => "assessments";

    public override string Kind => StreamKind<Assessment>.Name;

    public override string Ddl { get; } = Ddls.Of<AssessmentRows>();

    protected override Columns<AssessmentRow> Columns { get; } = new()
    {
        { "assessment_id", NpgsqlDbType.Uuid, row => row.Made.Assessment.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "group_id", NpgsqlDbType.Uuid, row => row.Made.Group.Value },
        { "rubric_version", NpgsqlDbType.Integer, row => row.Made.RubricVersion },
        { "class", NpgsqlDbType.Smallint, row => (short)row.Made.Class },
        { "label", NpgsqlDbType.Text, row => row.Made.Label },
        { "total", NpgsqlDbType.Numeric, row => row.Made.Total },
        { "made_at", NpgsqlDbType.TimestampTz, row => row.Made.At.ToUniversalTime() },
        { "made", NpgsqlDbType.Jsonb, row => Json.Of(row.Made, EventJson.Default.AssessmentMade).Utf8 },
    };

    protected override AssessmentRow? Evolve(AssessmentRow? row, Recorded recorded) => recorded.Data is AssessmentMade e ? new(e, recorded.Version) : row;
}
