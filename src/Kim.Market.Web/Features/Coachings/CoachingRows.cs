using Kim.Market.Domain.Coachings;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Events;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>A KIM that is invited, as the row keeps it.</summary>
/// <param name="People">Null while it has not said.</param>
public sealed record InvitedGroup(Guid Group, DateTimeOffset At, int? People);

/// <summary>A coaching as it is kept in its row.</summary>
public sealed record CoachingRow(CoachingPlanned Planned)
{
    public long Version { get; init; }

    public CoachingPlan Plan { get; init; } = Planned.Plan;

    public CoachingStatus Status { get; init; }

    public string Materials { get; init; } = "";

    public string? Reason { get; init; }

    public IReadOnlyList<InvitedGroup> Invited { get; init; } = [];
}

/// <summary>Writes <c>coachings</c>.</summary>
public sealed class CoachingRows : StreamView<CoachingRow>
{
    /// <summary>What stands in the column of a KIM that has not answered.</summary>
    internal const int Unsaid = -1;

    public override string Name => "coachings";

    public override string Kind => StreamKind<Coaching>.Name;

    public override string Ddl { get; } = Ddls.Of<CoachingRows>();

    protected override Columns<CoachingRow> Columns { get; } = new()
    {
        { "coaching_id", NpgsqlDbType.Uuid, row => row.Planned.Coaching.Value },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "office_id", NpgsqlDbType.Uuid, row => row.Planned.Office.Value },
        { "region", NpgsqlDbType.Text, row => row.Planned.Region.Value },
        { "village", NpgsqlDbType.Text, row => row.Plan.Village.Value },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "title", NpgsqlDbType.Text, row => row.Plan.Title },
        { "starts_on", NpgsqlDbType.Date, row => row.Plan.From },
        { "ends_on", NpgsqlDbType.Date, row => row.Plan.Until },
        { "is_open", NpgsqlDbType.Boolean, row => row.Plan.IsOpen },
        { "plan", NpgsqlDbType.Jsonb, row => Json.Of(row.Plan, EventJson.Default.CoachingPlan).Utf8 },
        { "materials", NpgsqlDbType.Text, row => row.Materials },
        { "reason", NpgsqlDbType.Text, row => row.Reason },
        { "groups", NpgsqlDbType.Array | NpgsqlDbType.Uuid, row => row.Invited.Select(invited => invited.Group).ToArray() },
        { "invited_at", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, row => row.Invited.Select(invited => invited.At.ToUniversalTime()).ToArray() },
        { "people", NpgsqlDbType.Array | NpgsqlDbType.Integer, row => row.Invited.Select(invited => invited.People ?? Unsaid).ToArray() },
    };

    protected override CoachingRow? Evolve(CoachingRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static CoachingRow? Change(CoachingRow? row, object happened) => happened switch
    {
        CoachingPlanned e => new(e),
        CoachingChanged e => row! with { Plan = e.Plan },
        CoachingMoved e => row! with { Plan = e.Plan, Reason = e.Reason },
        CoachingGroupsInvited e => row! with { Invited = [.. row.Invited, .. e.Groups.Select(group => new InvitedGroup(group.Value, e.At, null))] },
        CoachingInvitationAnswered e => row! with
        {
            Invited = [.. row.Invited.Select(invited => invited.Group == e.Group.Value ? invited with { People = e.People } : invited)],
        },
        CoachingMaterialsGiven e => row! with { Materials = e.Materials },
        CoachingCancelled e => row! with { Status = CoachingStatus.Cancelled, Reason = e.Reason },
        CoachingHeld => row! with { Status = CoachingStatus.Held },
        _ => row,
    };
}
