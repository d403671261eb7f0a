using System.Security.Cryptography;
using System.Text;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Search;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Demand;

/// <summary>
/// Keeps who wants to hear, once, when something is there that nobody sold when they searched for it; looks for it again and again, and makes it a wait for
/// the product that was found (<see cref="Restocks.RestockWaits"/>), which tells them.
/// </summary>
public sealed class DemandWaits(NpgsqlDataSource db, Secrets secrets, Subscriptions subscriptions, Vault vault, Finder finder, TimeProvider clock, ILogger<DemandWaits> log)
    : Sweep(TimeSpan.FromSeconds(20), clock, log)
{
    private const int AtOnce = 100;
    private const string Field = "wanted";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public async Task TellBrowserAsync(string term, PushTarget target, string device, CancellationToken ct)
    {
        var id = await IdAsync(term, target.Endpoint, ct);
        await subscriptions.AddBrowserAsync(id, isMember: false, target, device, ct);
        await WaitAsync(id, term, ct);
    }

    public async Task TellMailboxAsync(string term, string address, CancellationToken ct)
    {
        var id = await IdAsync(term, address.ToLowerInvariant(), ct);
        await subscriptions.AddMailboxAsync(id, isMember: false, address, ct);
        await WaitAsync(id, term, ct);
    }

    /// <summary>Whether somebody sells it by now.</summary>
    public async Task<bool> IsThereAsync(string term, CancellationToken ct) => await FoundAsync(term, ct) is not null;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        var waiting = await db.RowsAsync<Guid>(
            $"""
            update app.restock_waits set looked_at = {now}
            where id in (
                select w.id from app.restock_waits w
                where w.product_id is null and (w.looked_at is null or w.looked_at <= {now - Again})
                  and exists (select from app.subscriptions s where s.owner_id = w.id and s.confirmed_at is not null)
                order by w.looked_at nulls first limit {AtOnce} for update skip locked)
            returning id
            """, ct);
        var found = 0;
        foreach (var same in (await vault.OpenAsync(waiting, ct)).GroupBy(wait => wait.Single(kept => kept.Field == Field).Value, wait => wait.Key))
        {
            found += await FoundAsync(same.Key, ct) is { } product ? await TurnAsync([.. same], product, now, ct) : 0;
        }

        return found;
    }

    private async Task<Guid?> FoundAsync(string term, CancellationToken ct) =>
        await finder.FindAsync(SearchTerms.Of(term), "", isHalal: false, null, ct) is { IsUnmet: false, Products: [var best, ..] } ? best.Card.ProductId : null;

    // Two nodes never turn the same wait: only one of them finds it without a product.
    private async Task<int> TurnAsync(Guid[] waits, Guid product, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            with turned as (update app.restock_waits set product_id = {product} where id = any({waits}) and product_id is null returning id)
            insert into app.outbox (kind, stream, at, actor)
            select distinct {(short)NoticeKind.ProductBack}::smallint, {product}::uuid, {now}::timestamptz, null::uuid from turned
            """);
        foreach (var statement in Vault.Forget(SqlPart.Of($"select unnest({waits})")))
        {
            batch.Add(statement); // what they waited for is a product now
        }

        await batch.ExecuteNonQueryAsync(ct);
        return waits.Length;
    }

    private async Task WaitAsync(Guid id, string term, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add($"insert into app.restock_waits (id, product_id, asked_at) values ({id}, null, {Clock.GetUtcNow()}) on conflict (id) do update set asked_at = excluded.asked_at, product_id = null");
        foreach (var statement in Vault.Keep(id, (Field, term)))
        {
            batch.Add(statement);
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private async ValueTask<Guid> IdAsync(string term, string address, CancellationToken ct) =>
        new(HMACSHA256.HashData(await secrets.OfAsync("wish", ct), Encoding.UTF8.GetBytes($"{term}\n{address}")).AsSpan(0, 16));
}
