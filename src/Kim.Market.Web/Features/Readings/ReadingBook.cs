using System.Globalization;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Readings;

/// <summary>What somebody opened on a day through one page.</summary>
/// <param name="Name">As they call themselves; null for an account that is gone.</param>
/// <param name="People">Of how many persons or papers.</param>
public sealed record ReadingLine(DateOnly Day, Guid MemberId, string? Name, string Via, int People, int Times, DateTime LastAt)
{
    public ReadingKey Key => new(Day, MemberId, Via);
}

/// <summary>Where a page of them ended.</summary>
public sealed record ReadingKey(DateOnly Day, Guid Member, string Via)
{
    private const string Days = "yyyyMMdd";

    public static readonly ReadingKey Newest = new(DateOnly.MaxValue, Guid.Empty, "");

    /// <summary>The newest for a text that no page ever gave out.</summary>
    public static ReadingKey Parse(string? text) =>
        text?.Split('.', 3) is [var day, var member, { Length: <= 200 } via] && DateOnly.TryParseExact(day, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && Guid.TryParse(member, out var id)
            ? new(on, id, via)
            : Newest;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}.{Member:N}.{Via}");
}

/// <summary>Reads who opened what is sealed of persons, as far as the asker answers for it.</summary>
public sealed class ReadingBook(NpgsqlDataSource db)
{
    public const int PageSize = 50;

    /// <summary>By everybody, for those who run the installation.</summary>
    public Task<Slice<ReadingLine>> OfAllAsync(Asker asker, Guid? reader, ReadingKey after, CancellationToken ct) => ReadAsync(
        $"exists (select from memberships me where me.member_id = {asker.Scope} and me.desk = {Desk.Operator})", reader, after, ct);

    /// <summary>By those who serve an office of the asker, an office within its region, or a KIM there.</summary>
    public Task<Slice<ReadingLine>> OfRegionAsync(Asker asker, Guid office, Guid? reader, ReadingKey after, CancellationToken ct) => ReadAsync(
        $"""
        exists (
            select from memberships me
            join memberships they on they.member_id = r.member_id
            left join groups g on they.desk = {Desk.Group} and g.group_id = they.scope
            where me.member_id = {asker.Scope} and me.desk = {Desk.Office} and me.scope = {office}
              and they.desk in ({Desk.Office}, {Desk.Group}) and coalesce(they.region, g.seat) || '.' like me.region || '.%')
        """, reader, after, ct);

    private async Task<Slice<ReadingLine>> ReadAsync(Sql within, Guid? reader, ReadingKey after, CancellationToken ct) => Slice<ReadingLine>.Of(
        await db.RowsAsync<ReadingLine>(
            $"""
            select page.day, page.member_id, a.doc ->> 'Name' as name, page.via, page.people, page.times, page.last_at
            from (
                select r.day, r.member_id, r.via, count(*)::int as people, sum(r.times)::int as times, max(r.last_at) as last_at
                from app.readings r
                where {SqlPart.Of(within)} and ({reader}::uuid is null or r.member_id = {reader}) and r.day <= {after.Day}
                group by r.day, r.member_id, r.via
                having r.day < {after.Day} or (r.member_id, r.via) > ({after.Member}, {after.Via})
                order by r.day desc, r.member_id, r.via
                limit {PageSize + 1}) page
            left join app.accounts a on a.id = page.member_id
            order by page.day desc, page.member_id, page.via
            """, ct), PageSize);
}
