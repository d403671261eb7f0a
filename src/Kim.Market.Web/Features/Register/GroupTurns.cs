using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>Writes <c>group_turns</c>.</summary>
public sealed class GroupTurns : IProjection
{
    public string Name => "group_turns";

    public string Ddl { get; } = Ddls.Of<GroupTurns>();

    public IReadOnlyList<string> Tables { get; } = ["group_turns"];

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupProposed), typeof(GroupVerified), typeof(GroupRejected), typeof(GroupActivated), typeof(GroupReactivated),
        typeof(GroupDeclaredDormant), typeof(GroupSuspended), typeof(GroupSuspensionLifted), typeof(GroupDissolved),
        typeof(GroupWithdrawn), typeof(GroupPulseChanged),
    ];

    public void Project(Recorded recorded, NpgsqlBatch batch) => batch.Add(recorded.Data switch
    {
        GroupProposed e => (Sql)
            $"""
            insert into group_turns (group_id, version, at, status, seat, name)
            values ({recorded.Stream}, {recorded.Version}, {e.At}, {(short)GroupStatus.Proposed}, {e.Seat.Value}, {e.Name})
            """,
        GroupVerified e => To(recorded, GroupStatus.Verified, e.At),
        GroupRejected e => To(recorded, GroupStatus.Rejected, e.At),
        GroupActivated e => To(recorded, GroupStatus.Active, e.At),
        GroupReactivated e => To(recorded, GroupStatus.Active, e.At),
        GroupDeclaredDormant e => To(recorded, GroupStatus.Dormant, e.At),
        GroupSuspended e => To(recorded, GroupStatus.Suspended, e.At),
        GroupDissolved e => To(recorded, GroupStatus.Dissolved, e.At),
        GroupWithdrawn e => To(recorded, GroupStatus.Withdrawn, e.At),
        GroupSuspensionLifted e => Back(recorded, e.At),
        GroupPulseChanged e => (Sql)
            $"insert into group_turns (group_id, version, at, pulse) values ({recorded.Stream}, {recorded.Version}, {e.At}, {(short)e.Pulse})",
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static Sql To(Recorded recorded, GroupStatus status, DateTimeOffset at) =>
        $"insert into group_turns (group_id, version, at, status) values ({recorded.Stream}, {recorded.Version}, {at}, {(short)status})";

    // It goes on where it stood before it was suspended.
    private static Sql Back(Recorded recorded, DateTimeOffset at) =>
        $"""
        insert into group_turns (group_id, version, at, status)
        select {recorded.Stream}, {recorded.Version}, {at}, before.status
        from group_turns before
        where before.group_id = {recorded.Stream} and before.status is not null and before.version < (
            select max(t.version) from group_turns t
            where t.group_id = {recorded.Stream} and t.status = {(short)GroupStatus.Suspended})
        order by before.version desc
        limit 1
        """;
}
