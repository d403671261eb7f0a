using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Restocks;

/// <summary>Something on a stall of which one may want to hear.</summary>
public sealed record Missed(Guid ProductId, string Name, string Slug, string Business, int Available)
{
    public bool IsOut => Available <= 0;
}

/// <summary>Keeps who wants to hear, once, that something is there again. Sellers learn how many, never who.</summary>
public sealed class RestockWaits(NpgsqlDataSource db, Secrets secrets, Subscriptions subscriptions, TimeProvider clock)
{
    /// <summary>Who has waited so long has bought it somewhere else.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private const int AtOnce = 1_000;

    private static readonly TimeSpan Unanswered = TimeSpan.FromDays(2);

    /// <summary>Null for what is on no open stall.</summary>
    public Task<Missed?> FindAsync(string slug, CancellationToken ct) => db.RowAsync<Missed>(
        $"""
        select p.product_id, p.name, p.slug, b.name as business, s.on_hand - s.reserved as available
        from products p
        join businesses b on b.business_id = p.business_id
        join stock_levels s on s.product_id = p.product_id
        where p.slug = {slug} and p.status = {(short)ProductStatus.Published} and b.status = {(short)BusinessStatus.Open}
        """, ct);

    /// <returns>False where it is there again already.</returns>
    public async Task<bool> TellBrowserAsync(Guid product, PushTarget target, string device, CancellationToken ct)
    {
        var id = await IdAsync(product, target.Endpoint, ct);
        await subscriptions.AddBrowserAsync(id, isMember: false, target, device, ct);
        return await WaitAsync(id, product, ct);
    }

    /// <returns>False where it is there again already.</returns>
    public async Task<bool> TellMailboxAsync(Guid product, string address, CancellationToken ct)
    {
        var id = await IdAsync(product, address.ToLowerInvariant(), ct);
        await subscriptions.AddMailboxAsync(id, isMember: false, address, ct);
        return await WaitAsync(id, product, ct);
    }

    /// <summary>How many have said that they want to hear.</summary>
    public async Task<int> CountAsync(Guid product, CancellationToken ct) => (await db.RowsAsync<int>(
        $"""
        select count(*)::int from app.restock_waits w
        where w.product_id = {product} and exists (select from app.subscriptions s where s.owner_id = w.id and s.confirmed_at is not null)
        """, ct))[0];

    /// <summary>Whether it is still there, in the moment in which somebody would be told.</summary>
    public async Task<bool> IsThereAsync(Guid product, CancellationToken ct) => (await db.RowsAsync<bool>(
        $"select exists (select from stock_levels where product_id = {product} and on_hand > reserved)", ct))[0];

    /// <summary>They have heard, and hear nothing more.</summary>
    public async Task DoneAsync(Guid subscription, CancellationToken ct) =>
        await EndAsync(await db.RowsAsync<Guid>($"select owner_id from app.subscriptions where id = {subscription}", ct), ct);

    /// <summary>Ends what waited too long, and what nobody can be told of any more; says how much.</summary>
    public async Task<int> AgeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = await db.RowsAsync<Guid>(
            $"""
            select w.id from app.restock_waits w
            where w.asked_at < {now - Longest}
               or (w.asked_at < {now - Unanswered} and not exists (select from app.subscriptions s where s.owner_id = w.id))
            limit {AtOnce}
            """, ct);
        await EndAsync(over, ct);
        return over.Count;
    }

    /// <summary>
    /// What a commit brought back from nothing to something, if anybody waits for it: rows for the outbox. It is asked after the levels
    /// were moved, which the commit holds locked, so of two commits that fill an empty shelf one finds it empty.
    /// </summary>
    public static SqlPart? Back(IReadOnlyList<Recorded> happened, Metadata by)
    {
        Dictionary<Guid, int>? moved = null;
        foreach (var recorded in happened)
        {
            if (recorded.Data is StockEvent @event && Change(@event) is var change and not 0)
            {
                var product = Stock.ProductOf(new Id<Stock>(recorded.Stream)).Value;
                (moved ??= [])[product] = moved.GetValueOrDefault(product) + change;
            }
        }

        var more = moved?.Where(one => one.Value > 0).ToList();
        return more is not { Count: > 0 } ? null : SqlPart.Of(
            $"""
            select {(short)NoticeKind.ProductBack}::smallint, l.product_id, {happened[0].Timestamp}::timestamptz, {by.Actor}::uuid
            from unnest({more.Select(one => one.Key).ToArray()}, {more.Select(one => one.Value).ToArray()}) as m(product_id, change)
            join stock_levels l on l.product_id = m.product_id
            where l.on_hand - l.reserved > 0 and l.on_hand - l.reserved <= m.change
              and exists (select from app.restock_waits w where w.product_id = l.product_id)
            """);
    }

    /// <summary>Every browser and mailbox that waits for what is among these, as long as it is there.</summary>
    /// <param name="taken">The table of what was taken from the outbox.</param>
    public static SqlPart Waiting(SqlPart taken) => SqlPart.Of(
        $"""
        select s.id, s.channel, t.kind, t.stream, t.at, p.name, b.village, t.stream, b.name, p.slug
        from ({taken}) t
        join products p on p.product_id = t.stream and p.status = {(short)ProductStatus.Published}
        join stock_levels l on l.product_id = t.stream and l.on_hand > l.reserved
        join businesses b on b.business_id = p.business_id and b.status = {(short)BusinessStatus.Open}
        join app.restock_waits w on w.product_id = t.stream
        join app.subscriptions s on s.owner_id = w.id and s.confirmed_at is not null
        where t.kind = {(short)NoticeKind.ProductBack}
        """);

    /// <summary>Statements that end what the browsers and mailboxes of a buyer wait for; to be run before those go.</summary>
    public static IEnumerable<Sql> Forget(Guid buyer) =>
    [
        .. Subscriptions.End(SqlPart.Of(
            $"""
            select same.id from app.subscriptions own
            join app.subscriptions same on same.hash = own.hash
            join app.restock_waits w on w.id = same.owner_id
            where own.owner_id = {buyer}
            """)),
        .. Vault.Forget(SqlPart.Of($"select w.id from app.restock_waits w where not exists (select from app.subscriptions s where s.owner_id = w.id)")),
        $"delete from app.restock_waits w where not exists (select from app.subscriptions s where s.owner_id = w.id)",
    ];

    private static int Change(StockEvent happened) => happened switch
    {
        StockReceived e => e.Quantity,
        StockRemoved e => -e.Quantity,
        StockMoved e => e.Change,
        StockCounted e => e.Change,
        StockReserved e => -e.Quantity,
        StockReleased e => e.Quantity,
        _ => 0, // handed over: it lay there for nobody else
    };

    // The row of the level is held for a moment: whoever fills the shelf at once sees this one waiting, or is seen.
    private async Task<bool> WaitAsync(Guid id, Guid product, CancellationToken ct)
    {
        var waits = await db.ExecuteAsync(
            $"""
            insert into app.restock_waits (id, product_id, asked_at)
            select {id}, product_id, {clock.GetUtcNow()} from stock_levels where product_id = {product} and on_hand <= reserved for share
            on conflict (id) do update set asked_at = excluded.asked_at
            """, ct) == 1;
        if (!waits)
        {
            await EndAsync([id], ct);
        }

        return waits;
    }

    private async Task EndAsync(IReadOnlyCollection<Guid> waits, CancellationToken ct)
    {
        var ids = waits.ToArray();
        await using var batch = db.CreateBatch();
        batch.Add($"delete from app.restock_waits where id = any({ids})");
        foreach (var statement in Vault.Forget(SqlPart.Of($"select unnest({ids})")))
        {
            batch.Add(statement);
        }

        foreach (var statement in Subscriptions.End(SqlPart.Of($"select id from app.subscriptions where owner_id = any({ids})")))
        {
            batch.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private async ValueTask<Guid> IdAsync(Guid product, string address, CancellationToken ct)
    {
        byte[] both = [.. product.ToByteArray(), .. Encoding.UTF8.GetBytes(address)];
        return new(HMACSHA256.HashData(await secrets.OfAsync("restock", ct), both).AsSpan(0, 16));
    }
}
