using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>One place somebody may work at.</summary>
/// <param name="Region">Of an office: what the region it answers for is called.</param>
public sealed record Membership(string Desk, Guid Scope, string Role, string? Region, string? ScopeName, string? Slug);

/// <summary>Writes and reads <c>memberships</c>.</summary>
public sealed class Memberships(NpgsqlDataSource db) : IProjection
{
    public const string BusinessDesk = Desk.Seller;

    public string Name => "memberships";

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupManagerAppointed), typeof(GroupManagerReleased), typeof(GroupHandedOver),
        typeof(BusinessMemberAppointed), typeof(BusinessMemberReleased), typeof(BusinessHandedOver),
        typeof(OfficeOpened), typeof(OfficerAppointed), typeof(OfficerReleased), typeof(OperatorAppointed), typeof(OperatorReleased),
    ];

    /// <summary>A region has one office.</summary>
    public bool Guards => true;

    public string Ddl { get; } = Ddls.Of<Memberships>();

    public IReadOnlyList<string> Tables { get; } = ["memberships", "offices"];

    public void Project(Recorded recorded, NpgsqlBatch batch)
    {
        switch (recorded.Data)
        {
            case OfficeOpened e: batch.Add($"insert into offices (office_id, region) values ({recorded.Stream}, {e.Region.Value})"); break;
            case GroupManagerAppointed e: Add(e.Member, Desk.Group, e.Role, e.At); break;
            case GroupManagerReleased e: Remove(e.Member, Desk.Group, e.Role); break;
            case GroupHandedOver e: Pass(e.From, e.To, Desk.Group, GroupRole.Chair, e.At); break;
            case BusinessMemberAppointed e: Add(e.Member, Desk.Seller, e.Role, e.At); break;
            case BusinessMemberReleased e: Remove(e.Member, Desk.Seller, e.Role); break;
            case BusinessHandedOver e: Pass(e.From, e.To, Desk.Seller, BusinessRole.Owner, e.At); break;
            case OfficerAppointed e: Add(e.Member, Desk.Office, e.Role, e.At); break;
            case OfficerReleased e: Remove(e.Member, Desk.Office, e.Role); break;
            case OperatorAppointed e: Add(e.Member, Desk.Operator, InstallationRole.Operator, e.At); break;
            case OperatorReleased e: Remove(e.Member, Desk.Operator, InstallationRole.Operator); break;
        }

        void Add(Id<Member> member, string desk, Enum role, DateTimeOffset at) => batch.Add(
            $"""
            insert into memberships (member_id, desk, scope, role, region, since)
            values ({member.Value}, {desk}, {recorded.Stream}, {role.ToString()},
                    (select region from offices where office_id = {recorded.Stream}), {at})
            on conflict do nothing
            """);

        void Remove(Id<Member> member, string desk, Enum role) => batch.Add(
            $"""
            delete from memberships
            where member_id = {member.Value} and desk = {desk} and scope = {recorded.Stream} and role = {role.ToString()}
            """);

        void Pass(Id<Member> from, Id<Member> to, string desk, Enum role, DateTimeOffset at)
        {
            Remove(from, desk, role);
            Add(to, desk, role, at);
        }
    }

    /// <summary>Every place the asker may work at, shops first.</summary>
    public Task<List<Membership>> OfAsync(Asker asker, CancellationToken ct) => db.RowsAsync<Membership>(Of(asker.Scope), ct);

    internal static Sql Of(Guid member) =>
        $"""
        select m.desk, m.scope, m.role, coalesce(r.place, m.region) as region,
               coalesce(b.name, g.name) as scope_name, coalesce(b.slug, g.slug) as slug
        from memberships m
        left join businesses b on b.business_id = m.scope
        left join groups g on g.group_id = m.scope
        left join app.regions r on r.code = m.region
        where m.member_id = {member}
        order by m.desk desc, scope_name, m.role
        limit 400 -- who helps forty sellers has two roles at each
        """;
}
