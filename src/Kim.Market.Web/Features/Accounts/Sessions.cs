using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>A device on which somebody is signed in.</summary>
public sealed record Session(Guid Id, string Device, bool IsStrong, DateTime CreatedAt, DateTime SeenAt);

/// <summary>The signed-in devices. What is ended here is outside on its next request, on whichever node it asks.</summary>
public sealed class Sessions(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>The claim of a cookie that names its row.</summary>
    public const string Claim = "sid";

    private const int Most = 20;

    public async Task<Guid> BeginAsync(Guid member, string device, bool isStrong, CancellationToken ct)
    {
        var (id, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        await db.ExecuteAsync(
            $"""
            with gone as (
                delete from app.sessions
                where member_id = {member} and (seen_at < {now - Standing.Patience} or id in (
                    select id from app.sessions where member_id = {member} order by seen_at desc offset {Most - 1})))
            insert into app.sessions (id, member_id, device, is_strong, created_at, seen_at)
            values ({id}, {member}, {device}, {isStrong}, {now}, {now})
            """, ct);
        return id;
    }

    public Task<List<Session>> OfAsync(Asker asker, CancellationToken ct) => db.RowsAsync<Session>(
        $"""
        select id, device, is_strong, created_at, seen_at
        from app.sessions
        where member_id = {asker.Scope} and seen_at > {clock.GetUtcNow() - Standing.Patience}
        order by seen_at desc, id desc
        limit {Most}
        """, ct);

    public Task SeeAsync(Guid session, CancellationToken ct) =>
        db.ExecuteAsync($"update app.sessions set seen_at = {clock.GetUtcNow()} where id = {session}", ct);

    /// <summary>This session has shown a second factor.</summary>
    public Task StrengthenAsync(Asker asker, Guid session, CancellationToken ct) =>
        db.ExecuteAsync($"update app.sessions set is_strong = true where id = {session} and member_id = {asker.Scope}", ct);

    public Task EndAsync(Asker asker, Guid session, CancellationToken ct) =>
        db.ExecuteAsync($"delete from app.sessions where id = {session} and member_id = {asker.Scope}", ct);

    /// <param name="except">The session to keep; empty for none.</param>
    public Task EndAllAsync(Guid member, Guid except, CancellationToken ct) => db.ExecuteAsync(EndAll(member, except), ct);

    public static Sql EndAll(Guid member, Guid except) => $"delete from app.sessions where member_id = {member} and id <> {except}";
}
