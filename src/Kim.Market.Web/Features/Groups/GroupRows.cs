using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using NpgsqlTypes;

namespace Kim.Market.Web.Features.Groups;

/// <summary>A KIM as lists and its page show it.</summary>
public sealed record GroupRow(
    Guid GroupId, string Name, string Slug, RegionCode Seat, GroupBasis Basis, string[] Themes, string About, DateTimeOffset ProposedAt)
{
    public long Version { get; init; }

    public GroupStatus Status { get; init; }

    public DormancyReason? Reason { get; init; }

    public DateTimeOffset ChangedAt { get; init; } = ProposedAt;
}

/// <summary>Writes <c>groups</c>.</summary>
public sealed class GroupRows : StreamView<GroupRow>
{
    public override string Name => "groups";

    public override string Kind => StreamKind<Group>.Name;

    public override string Ddl { get; } = Ddls.Of<GroupRows>();

    protected override Columns<GroupRow> Columns { get; } = new()
    {
        { "group_id", NpgsqlDbType.Uuid, row => row.GroupId },
        { "version", NpgsqlDbType.Bigint, row => row.Version },
        { "name", NpgsqlDbType.Text, row => row.Name },
        { "slug", NpgsqlDbType.Text, row => row.Slug },
        { "seat", NpgsqlDbType.Text, row => row.Seat.Value },
        { "basis", NpgsqlDbType.Smallint, row => (short)row.Basis },
        { "themes", NpgsqlDbType.Array | NpgsqlDbType.Text, row => row.Themes },
        { "about", NpgsqlDbType.Text, row => row.About },
        { "status", NpgsqlDbType.Smallint, row => (short)row.Status },
        { "reason", NpgsqlDbType.Smallint, row => (short?)row.Reason },
        { "proposed_at", NpgsqlDbType.TimestampTz, row => row.ProposedAt },
        { "changed_at", NpgsqlDbType.TimestampTz, row => row.ChangedAt },
    };

    protected override GroupRow? Evolve(GroupRow? row, Recorded recorded) => Change(row, recorded.Data) is { } changed
        ? changed with { Version = recorded.Version }
        : null;

    private static GroupRow? Change(GroupRow? row, object happened) => happened switch
    {
        GroupProposed e => new(e.Group.Value, e.Name, e.Slug, e.Seat, e.Basis, e.Themes, e.About, e.At),
        GroupVerified e => row! with { Status = GroupStatus.Verified, ChangedAt = e.At },
        GroupActivated e => row! with { Status = GroupStatus.Active, ChangedAt = e.At },
        GroupReactivated e => row! with { Status = GroupStatus.Active, Reason = null, ChangedAt = e.At },
        GroupDeclaredDormant e => row! with { Status = GroupStatus.Dormant, Reason = e.Reason, ChangedAt = e.At },
        _ => row,
    };
}
