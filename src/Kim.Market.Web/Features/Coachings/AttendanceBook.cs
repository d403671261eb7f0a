using Kim.Market.Domain.Businesses;
using Npgsql;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>As whom somebody can come: for a KIM, or for a business that a KIM curates.</summary>
/// <param name="Scope">The KIM or the business.</param>
public sealed record ComesAs(Guid Scope, Guid GroupId, Guid? BusinessId, string Name);

/// <summary>Who came, as an officer reads it: the KIM or the business, never a person.</summary>
public sealed record AttendedRow(
    Guid AttendanceId, string Group, string? Business, bool ByCode, int People, int? Women, int? Men, bool Struck, DateTime At, string Corrections)
{
    public IReadOnlyList<AttendanceCorrection> Turns { get; } = AttendanceRows.Read(Corrections);

    public string Name => Business ?? Group;
}

/// <summary>Reads who came; every statement draws the line of whose it is to read.</summary>
public sealed class AttendanceBook(NpgsqlDataSource db)
{
    /// <summary>Everybody who came to a coaching of the asker's offices, by KIM.</summary>
    public Task<List<AttendedRow>> OfAsync(Asker asker, Guid coaching, CancellationToken ct) => db.RowsAsync<AttendedRow>(
        $"""
        select a.attendance_id, g.name as "group", b.name as business, a.member_id is not null as by_code, a.people, a.women, a.men, a.struck, a.at,
               a.corrections::text as corrections
        from coachings c
        join attendances a on a.coaching_id = c.coaching_id
        join groups g on g.group_id = a.group_id
        left join businesses b on b.business_id = a.business_id
        where c.coaching_id = {coaching} and {CoachingBook.Watches(asker)}
        order by g.name, b.name nulls first, a.at, a.attendance_id
        """, ct);

    /// <summary>For which KIM and businesses the asker can come.</summary>
    public Task<List<ComesAs>> PlacesOfAsync(Asker asker, CancellationToken ct) => db.RowsAsync<ComesAs>(
        $"""
        select distinct g.group_id as scope, g.group_id, null::uuid as business_id, g.name
        from memberships m join groups g on g.group_id = m.scope
        where m.member_id = {asker.Scope} and m.desk = {Desk.Group}
        union all
        select distinct b.business_id, b.group_id, b.business_id, b.name
        from memberships m join businesses b on b.business_id = m.scope
        where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)})
        order by name, scope
        """, ct);

    /// <summary>A KIM of the coaching's region with its businesses, as an officer of it can count them.</summary>
    public Task<List<ComesAs>> CountableAsync(Asker asker, Guid coaching, Guid kim, CancellationToken ct) => db.RowsAsync<ComesAs>(
        $"""
        select x.scope, x.group_id, x.business_id, x.name
        from coachings c
        join groups g on {CoachingBook.Near} and g.group_id = {kim}
        cross join lateral (
            select g.group_id as scope, g.group_id, null::uuid as business_id, g.name
            union all
            select b.business_id, g.group_id, b.business_id, b.name from businesses b where b.group_id = g.group_id) x
        where c.coaching_id = {coaching} and {CoachingBook.Watches(asker)}
        order by x.business_id is not null, x.name, x.scope
        """, ct);

    /// <summary>As whom the asker came to a coaching; null where they did not.</summary>
    public async Task<string?> MineAsync(Asker asker, Guid coaching, CancellationToken ct) => await db.RowsAsync<string>(
        $"""
        select coalesce(b.name, g.name)
        from attendances a join groups g on g.group_id = a.group_id left join businesses b on b.business_id = a.business_id
        where a.member_id = {asker.Scope} and a.coaching_id = {coaching} and not a.struck
        """, ct) is [var name] ? name : null;
}
