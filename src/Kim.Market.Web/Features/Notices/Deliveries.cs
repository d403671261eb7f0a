using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Something that is to reach somebody outside of the site.</summary>
public sealed record Outgoing(
    Guid Subscription, Channel Channel, NoticeKind Kind, Sides Side, Guid Stream, string Subject, Guid Scope, string ScopeName, string Slug, string Region, QuietHours Quiet, DateTime At);

/// <summary>Something that a node has in its hands.</summary>
public sealed record Claimed(
    long Id, Guid SubscriptionId, short Channel, short Kind, short Side, Guid Stream, string Subject, Guid Scope, string ScopeName, string Slug, string Region,
    short QuietFrom, short QuietUntil, short Tries)
{
    public Channel By => (Channel)Channel;

    /// <summary>It tells nothing yet: it asks whether a mailbox is theirs.</summary>
    public bool IsQuestion => Kind == Deliveries.Question;
}

/// <summary>Something nobody tries to deliver any more. Neither from whom nor to whom stands here.</summary>
public sealed record DeadLetter(long Id, short Channel, short Kind, short Side, string Subject, short Trouble, short Tries, DateTime At, DateTime DeadAt)
{
    public Channel By => (Channel)Channel;

    public Trouble Why => (Trouble)Trouble;

    public bool IsQuestion => Kind == Deliveries.Question;
}

/// <summary>Reads and writes <c>app.deliveries</c>.</summary>
public sealed class Deliveries(NpgsqlDataSource db, TimeProvider clock)
{
    public const int PageSize = 20;

    /// <summary>In place of a kind: asks whether a mailbox is theirs.</summary>
    public const short Question = -1;

    // The same number as in the index, which says that nobody has this word twice on its way.
    private static readonly SqlPart Back = SqlPart.Of($"15");

    /// <summary>A node that has had something in its hands for so long is no more: each way of sending gives up much sooner.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>Who did not look at it for so long will not.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static Sql Add(IReadOnlyList<Outgoing> all, DateTimeOffset now) =>
        $"""
        insert into app.deliveries (subscription_id, channel, kind, side, stream, subject, scope, scope_name, slug, region, quiet_from, quiet_until, at, due_at)
        select * from unnest(
            {Of(all, one => one.Subscription)}, {Of(all, one => (short)one.Channel)}, {Of(all, one => (short)one.Kind)}, {Of(all, one => (short)one.Side)},
            {Of(all, one => one.Stream)}, {Of(all, one => one.Subject)}, {Of(all, one => one.Scope)}, {Of(all, one => one.ScopeName)}, {Of(all, one => one.Slug)},
            {Of(all, one => one.Region)}, {Of(all, one => (short)one.Quiet.From)}, {Of(all, one => (short)one.Quiet.Until)}, {Of(all, one => one.At)},
            {Of(all, one => one.Quiet.Next(now, RegionCode.Parse(one.Region)).UtcDateTime)})
        on conflict (subscription_id) where kind = {Back} do nothing
        """;

    /// <summary>A letter that asks whether a mailbox is theirs; who waits for it is awake.</summary>
    public static Sql Ask(Guid subscription, DateTimeOffset now) =>
        $"""
        insert into app.deliveries (subscription_id, channel, kind, side, stream, subject, scope, scope_name, slug, region, quiet_from, quiet_until, at, due_at)
        values ({subscription}, {(short)Channel.Mail}, {Question}, 0, {subscription}, '', {subscription}, '', '', '64', 0, 0, {now}, {now})
        """;

    /// <summary>Takes the next thing that is due into this node's hands; the try counts from here on, whatever becomes of it.</summary>
    public Task<Claimed?> ClaimAsync(CancellationToken ct) => db.RowAsync<Claimed>(
        $"""
        update app.deliveries set claimed_at = {clock.GetUtcNow()}, tries = tries + 1
        where id = (
            select id from app.deliveries where dead_at is null and claimed_at is null and due_at <= {clock.GetUtcNow()}
            order by due_at, id limit 1 for update skip locked)
        returning id, subscription_id, channel, kind, side, stream, subject, scope, scope_name, slug, region, quiet_from, quiet_until, tries
        """, ct);

    /// <summary>
    /// What a node had in its hands when it ended may have arrived. A letter goes out again, under the same number; a browser is not
    /// told twice: an operator decides.
    /// </summary>
    public async Task<int> LetGoAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return await db.ExecuteAsync(
            $"""
            update app.deliveries
            set claimed_at = null,
                dead_at = case when channel = {(short)Channel.Push} or tries >= {Retries.Most} then {now}::timestamptz end,
                trouble = {(short)Trouble.Unknown}
            where claimed_at < {now - Lease} and dead_at is null
            """, ct);
    }

    /// <summary>It has arrived.</summary>
    public Task DoneAsync(long id) => db.ExecuteAsync($"delete from app.deliveries where id = {id}", CancellationToken.None);

    /// <summary>It has not; it is tried again, or laid before an operator.</summary>
    public Task FailedAsync(Claimed one, Trouble trouble, double chance)
    {
        var now = clock.GetUtcNow();
        var again = Retries.Helps(trouble, one.Tries);
        var next = new QuietHours(one.QuietFrom, one.QuietUntil).Next(now + Retries.After(one.Tries, chance), RegionCode.Parse(one.Region));
        return db.ExecuteAsync(
            $"""
            update app.deliveries
            set claimed_at = null, trouble = {(short)trouble}, due_at = {next}, dead_at = {(again ? (DateTimeOffset?)null : now)}
            where id = {one.Id}
            """, CancellationToken.None);
    }

    /// <summary>What nobody tries any more, the newest first; for operators.</summary>
    public async Task<Slice<DeadLetter>> DeadAsync(Asker asker, long? before, CancellationToken ct) => Slice<DeadLetter>.Of(
        await db.RowsAsync<DeadLetter>(
            $"""
            select id, channel, kind, side, subject, coalesce(trouble, {(short)Trouble.Unknown})::smallint as trouble, tries, at, dead_at
            from app.deliveries
            where dead_at is not null and id < {before ?? long.MaxValue} and {IsOperator(asker)}
            order by id desc limit {PageSize + 1}
            """, ct),
        PageSize);

    /// <summary>Tries it anew, as if it had never been tried.</summary>
    /// <returns>False where it is not there any more.</returns>
    public async Task<bool> ReviveAsync(Asker asker, long id, CancellationToken ct) => await db.ExecuteAsync(
        $"update app.deliveries set dead_at = null, claimed_at = null, tries = 0, due_at = {clock.GetUtcNow()} where id = {id} and dead_at is not null and {IsOperator(asker)}", ct) == 1;

    /// <returns>False where it is not there any more.</returns>
    public async Task<bool> DropAsync(Asker asker, long id, CancellationToken ct) =>
        await db.ExecuteAsync($"delete from app.deliveries where id = {id} and dead_at is not null and {IsOperator(asker)}", ct) == 1;

    private static SqlPart IsOperator(Asker asker) => SqlPart.Of($"exists (select from memberships where member_id = {asker.Scope} and desk = {Desk.Operator})");

    private static T[] Of<T>(IReadOnlyList<Outgoing> all, Func<Outgoing, T> part) => [.. all.Select(part)];
}
