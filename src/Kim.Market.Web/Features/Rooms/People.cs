using Npgsql;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>Somebody who works somewhere.</summary>
/// <param name="Name">As they call themselves; null for an account without a name.</param>
public sealed record Person(Guid MemberId, string? Name, string Desk, Guid Scope, string Role, string? Place, DateTime Since);

/// <summary>Reads who works where, as far as the asker's own desks reach; every statement draws that line itself.</summary>
public sealed class People(NpgsqlDataSource db)
{
    public const int Most = 50;

    /// <summary>The people of one of the asker's own stalls or of their own KIM.</summary>
    public Task<List<Person>> BesideAsync(Asker asker, string desk, Guid scope, CancellationToken ct) => db.RowsAsync<Person>(
        $"""
        select m.member_id, a.doc ->> 'Name' as name, m.desk, m.scope, m.role, null::text as place, m.since
        from memberships m
        left join app.accounts a on a.id = m.member_id
        where m.scope = {scope} and m.desk = {desk}
          and exists (select from memberships me where me.member_id = {asker.Scope} and me.desk = {desk} and me.scope = {scope})
        order by m.since, m.member_id, m.role
        limit {Most}
        """, ct);

    /// <summary>The people of a stall that the asker's KIM looks after.</summary>
    public Task<List<Person>> OfStallAsync(Asker asker, string slug, CancellationToken ct) => db.RowsAsync<Person>(
        $"""
        select m.member_id, a.doc ->> 'Name' as name, m.desk, m.scope, m.role, b.name as place, m.since
        from businesses b
        join memberships m on m.scope = b.business_id and m.desk = {Desk.Seller}
        left join app.accounts a on a.id = m.member_id
        where b.slug = {slug}
          and b.group_id in (select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Group})
        order by m.since, m.member_id, m.role
        limit {Most}
        """, ct);

    /// <summary>The board of a KIM in the asker's region and the people of its stalls, a page at a time.</summary>
    public Task<List<Person>> AroundGroupAsync(Asker asker, string slug, PersonKey after, CancellationToken ct) => db.RowsAsync<Person>(
        $"""
        select m.member_id, a.doc ->> 'Name' as name, m.desk, m.scope, m.role, b.name as place, m.since
        from groups g
        join lateral (
            select g.group_id as scope
            union all
            select business_id from businesses where group_id = g.group_id) around on true
        join memberships m on m.scope = around.scope
        left join businesses b on b.business_id = m.scope
        left join app.accounts a on a.id = m.member_id
        where g.slug = {slug}
          and exists (
              select from memberships me
              where me.member_id = {asker.Scope} and me.desk = {Desk.Office} and g.seat || '.' like me.region || '.%')
          and (m.desk, m.scope, m.member_id, m.role) > ({after.Desk}, {after.Scope}, {after.Member}, {after.Role})
        order by m.desk, m.scope, m.member_id, m.role
        limit {Most + 1}
        """, ct);

    /// <summary>The people of the offices, for operators.</summary>
    public Task<List<Person>> OfOfficesAsync(Asker asker, IEnumerable<Guid> offices, CancellationToken ct) => db.RowsAsync<Person>(
        $"""
        select m.member_id, a.doc ->> 'Name' as name, m.desk, m.scope, m.role, null::text as place, m.since
        from memberships m
        left join app.accounts a on a.id = m.member_id
        where m.scope = any({offices.ToArray()})
          and exists (select from memberships me where me.member_id = {asker.Scope} and me.desk = {Desk.Operator})
        order by m.since, m.member_id, m.role
        limit 500
        """, ct);
}

/// <summary>Where a page of people ended; the next one starts behind it.</summary>
public sealed record PersonKey(string Desk, Guid Scope, Guid Member, string Role)
{
    public static readonly PersonKey First = new("", Guid.Empty, Guid.Empty, "");

    public static PersonKey Of(Person person) => new(person.Desk, person.Scope, person.MemberId, person.Role);

    /// <summary>The first page for a text that no page ever gave out.</summary>
    public static PersonKey Parse(string? text) =>
        text?.Split('.') is [{ Length: <= 20 } desk, var scope, var member, { Length: <= 20 } role]
        && Guid.TryParseExact(scope, "N", out var at) && Guid.TryParseExact(member, "N", out var who)
            ? new(desk, at, who, role)
            : First;

    public override string ToString() => $"{Desk}.{Scope:N}.{Member:N}.{Role}";
}
