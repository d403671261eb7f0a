using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>What a member has heard of, as the list shows it.</summary>
public sealed record NoticeRow(
    long Id, short Kind, short Side, Guid Stream, string Subject, Guid Scope, string ScopeName, string Slug, DateTime At, DateTime? ReadAt)
{
    public NoticeKind What => (NoticeKind)Kind;

    public Sides As => (Sides)Side;

    public bool IsNew => ReadAt is null;
}

/// <summary>Reads and writes <c>app.notices</c>. What was heard in a role is not read any more by those who no longer hold it.</summary>
public sealed class NoticeBook(NpgsqlDataSource db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>More than that nobody counts.</summary>
    public const int MostCounted = 99;

    /// <summary>Who did not look for so long looks at the orders themselves.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public static string Count(int unread) => unread > MostCounted ? $"{MostCounted}+" : NumberFormat.Whole(unread);

    /// <summary>For the query that tells where somebody stands anyway: how much they have not read.</summary>
    /// <param name="member">The column that holds who it is.</param>
    internal static SqlPart Unread(Guid member) => SqlPart.Of(
        $"""
        (select count(*)::int from (
            select from app.notices n
            where n.member_id = {member} and n.read_at is null
              and exists (select from memberships m where m.member_id = n.member_id and m.scope = n.scope)
            limit {MostCounted + 1}) few)
        """);

    internal static Sql Keep(IReadOnlyList<Hearing> heard) =>
        $"""
        insert into app.notices (member_id, kind, side, stream, subject, scope, scope_name, slug, at)
        select * from unnest(
            {Of(heard, one => one.MemberId)}, {Of(heard, one => one.Kind)}, {Of(heard, one => one.Side)}, {Of(heard, one => one.Stream)}, {Of(heard, one => one.Subject)},
            {Of(heard, one => one.Scope)}, {Of(heard, one => one.ScopeName)}, {Of(heard, one => one.Slug)}, {Of(heard, one => one.At)})
        """;

    /// <summary>One page, the newest first.</summary>
    /// <param name="before">The last one of the page before; null for the first page.</param>
    public async Task<Slice<NoticeRow>> PageAsync(Asker asker, long? before, CancellationToken ct) => Slice<NoticeRow>.Of(
        await db.RowsAsync<NoticeRow>(
            $"""
            select n.id, n.kind, n.side, n.stream, n.subject, n.scope, n.scope_name, n.slug, n.at, n.read_at
            from app.notices n
            where n.member_id = {asker.Scope} and n.id < {before ?? long.MaxValue} and {IsStillTheirs}
            order by n.id desc limit {PageSize + 1}
            """, ct),
        PageSize);

    /// <summary>Marks it as read; null when it is not the asker's.</summary>
    public async Task<NoticeRow?> OpenAsync(Asker asker, long id, CancellationToken ct) => await db.RowAsync<NoticeRow>(
        $"""
        update app.notices n set read_at = coalesce(n.read_at, {clock.GetUtcNow()})
        where n.id = {id} and n.member_id = {asker.Scope} and {IsStillTheirs}
        returning n.id, n.kind, n.side, n.stream, n.subject, n.scope, n.scope_name, n.slug, n.at, n.read_at
        """, ct);

    /// <summary>Marks as read what the asker has seen in the list; what came since stays new.</summary>
    public Task ReadAsync(Asker asker, long upTo, CancellationToken ct) => db.ExecuteAsync(
        $"update app.notices set read_at = {clock.GetUtcNow()} where member_id = {asker.Scope} and read_at is null and id <= {upTo}", ct);

    /// <summary>Goes with the account.</summary>
    public static Sql Forget(Guid member) => $"delete from app.notices where member_id = {member}";

    private static SqlPart IsStillTheirs => SqlPart.Of($"exists (select from memberships m where m.member_id = n.member_id and m.scope = n.scope)");

    private static T[] Of<T>(IReadOnlyList<Hearing> heard, Func<Hearing, T> part) => [.. heard.Select(part)];
}
