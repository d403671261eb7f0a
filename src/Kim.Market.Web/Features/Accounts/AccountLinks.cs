using System.Buffers.Text;
using System.Security.Cryptography;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>A one-time link as its row knows it.</summary>
public sealed record AccountLink(
    Guid Id, string Kind, Guid? MemberId, string? Login, string Desk, Guid Scope, string? Role, Guid? IssuedBy, DateTime ExpiresAt,
    DateTime? UsedAt, int Tries, string? ScopeName);

/// <summary>What the owner of an account is told about a way into it.</summary>
public sealed record RecoveryNotice(string Desk, string? ScopeName, DateTime CreatedAt, DateTime? UsedAt);

/// <summary>One-time links: 128 bits each, kept only as hashes, good for a day.</summary>
public sealed class AccountLinks(NpgsqlDataSource db, TimeProvider clock)
{
    public const string Recovery = "recovery";
    public const string Invitation = "invitation";

    /// <summary>So often may a password be tried on one link; then it is worth nothing.</summary>
    public const int MostTries = 5;

    private const int TokenBytes = 16;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static Sql Keep(AccountLink link, string token, DateTimeOffset now) =>
        $"""
        insert into app.account_links (id, hash, kind, member_id, login, desk, scope, role, issued_by, created_at, expires_at)
        values ({link.Id}, {HashOf(token)!}, {link.Kind}, {link.MemberId}, {link.Login}, {link.Desk}, {link.Scope}, {link.Role},
                {link.IssuedBy}, {now}, {new DateTimeOffset(link.ExpiresAt)})
        """;

    /// <summary>Earlier ways into the same account are closed: there is one at a time.</summary>
    public static Sql CloseOthers(Guid member, Guid except, DateTimeOffset now) =>
        $"""
        update app.account_links set expires_at = {now}
        where member_id = {member} and id <> {except} and kind = {Recovery} and used_at is null and expires_at > {now}
        """;

    public static Sql Use(Guid id, DateTimeOffset now) => $"update app.account_links set used_at = {now} where id = {id} and used_at is null";

    /// <summary>A link that can still be used; null for any other text, whatever it looks like.</summary>
    public async Task<AccountLink?> OpenAsync(string token, string kind, CancellationToken ct) => HashOf(token) is { } hash
        ? await db.RowAsync<AccountLink>(
            $"""
            select l.id, l.kind, l.member_id, l.login, l.desk, l.scope, l.role, l.issued_by, l.expires_at, l.used_at, l.tries,
                   coalesce(b.name, g.name, r.place) as scope_name
            from app.account_links l
            left join businesses b on b.business_id = l.scope
            left join groups g on g.group_id = l.scope
            left join offices o on o.office_id = l.scope
            left join app.regions r on r.code = o.region
            where l.hash = {hash} and l.kind = {kind} and l.used_at is null and l.expires_at > {clock.GetUtcNow()} and l.tries < {MostTries}
            """, ct)
        : null;

    public Task TriedAsync(Guid id, CancellationToken ct) =>
        db.ExecuteAsync($"update app.account_links set tries = tries + 1 where id = {id}", ct);

    /// <summary>Whether there is news for the owner of this account; after this there is none.</summary>
    public async Task<bool> TellAsync(Guid member, CancellationToken ct) => await db.ExecuteAsync(
        $"""
        update app.account_links set told_at = {clock.GetUtcNow()}
        where member_id = {member} and kind = {Recovery} and told_at is null
        """, ct) > 0;

    /// <summary>The ways into the asker's account that were made in the last thirty days.</summary>
    public Task<List<RecoveryNotice>> NoticesAsync(Asker asker, CancellationToken ct) => db.RowsAsync<RecoveryNotice>(
        $"""
        select l.desk, coalesce(b.name, g.name, r.place) as scope_name, l.created_at, l.used_at
        from app.account_links l
        left join businesses b on b.business_id = l.scope
        left join groups g on g.group_id = l.scope
        left join offices o on o.office_id = l.scope
        left join app.regions r on r.code = o.region
        where l.member_id = {asker.Scope} and l.kind = {Recovery} and l.created_at > {clock.GetUtcNow().AddDays(-30)}
        order by l.created_at desc
        limit 5
        """, ct);

    /// <summary>What is kept of a token; null for a text that is none.</summary>
    public static byte[]? HashOf(string token) =>
        token.Length == 22 && Base64Url.IsValid(token) ? SHA256.HashData(Base64Url.DecodeFromChars(token)) : null;
}
