using Kim.Market.Domain.Erasures;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>A wish to be forgotten as its owner and the register read it.</summary>
public sealed record Wish(
    Guid ErasureId, short Scope, Guid Subject, DateTime RequestedAt, DateTime DueAt, DateTime? ErasedAt, DateOnly? KeptUntil, DateTime? DestroyedAt)
{
    public ErasureScope Whose => (ErasureScope)Scope;

    public bool IsLate(DateTimeOffset now) => ErasedAt is null && now > DueAt;
}

/// <summary>Reads the register of wishes.</summary>
public sealed class Wishes(Npgsql.NpgsqlDataSource db)
{
    public const int PageSize = 50;

    private static readonly DateTime Newest = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What the buyer of a checkout, or a member, has asked for; null for nothing. The caller has shown that it is theirs.</summary>
    public Task<Wish?> OfAsync(Guid subject, CancellationToken ct) => db.RowAsync<Wish>(
        $"""
        select erasure_id, scope, subject, requested_at, due_at, erased_at, kept_until, destroyed_at
        from erasures where erasure_id = {Erasure.Of(subject).Value}
        """, ct);

    /// <summary>All of them, newest first, for those who run the installation.</summary>
    public Task<List<Wish>> PageAsync(Asker asker, (DateTime At, Guid Id)? after, CancellationToken ct)
    {
        var (at, id) = after ?? (Newest, Guid.Empty);
        return db.RowsAsync<Wish>(
            $"""
            select erasure_id, scope, subject, requested_at, due_at, erased_at, kept_until, destroyed_at
            from erasures
            where (requested_at, erasure_id) < ({at}, {id})
              and exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Operator})
            order by requested_at desc, erasure_id desc
            limit {PageSize + 1}
            """, ct);
    }
}
