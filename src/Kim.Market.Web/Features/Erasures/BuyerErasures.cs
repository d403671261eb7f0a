using Kim.Market.Domain;
using Kim.Market.Domain.Erasures;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Harvests;
using Kim.Market.Web.Features.Lookups;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Erasures;

/// <summary>
/// Forgets buyers: the key to a person is destroyed in the transaction of the event that says so. What the law wants found out
/// for some years is sealed anew with a key that no page uses.
/// </summary>
public sealed class BuyerErasures(NpgsqlDataSource db, EventStore store, Marketplace marketplace, Vault vault, Retention retention, TimeProvider clock)
{
    private const int AtOnce = 100;

    private static readonly short[] Open =
    [
        (short)OrderStatus.Placed, (short)OrderStatus.AwaitingQuote, (short)OrderStatus.Quoted, (short)OrderStatus.Accepted, (short)OrderStatus.Ready,
        (short)OrderStatus.Shipped, (short)OrderStatus.Delivered, (short)OrderStatus.Disputed,
    ];

    private static readonly string[] Lawful = ["name", "whatsapp", "address"];

    /// <summary>Writes the wish down, and carries it out where nothing is on its way any more. Asking twice is asking once.</summary>
    /// <param name="buyer">Of a checkout, or of a place in a line, to which the asker holds the key.</param>
    public async Task AskAsync(Id<Buyer> buyer, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var trade = await TradeOfAsync(buyer.Value, ct); // whoever only stood in a line has none, and the law wants to know nothing of them
        var asked = Erasure.Request(ErasureScope.Buyer, buyer.Value, trade?.Busy == true, trade is null ? null : KeepUntil(trade), now);
        try
        {
            await store.CommitAsync(await CommitAsync(asker.By(), buyer.Value, Expected.New, asked, [], ct), ct);
        }
        catch (StreamMovedException)
        {
            // pressed twice, or on two telephones: it is written down already
        }
    }

    /// <summary>Carries out what waited, destroys copies whose time is over, and forgets whom the law lets go; says how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), Today);
        var due = await db.RowsAsync<Guid>(
            $"""
            (select subject from erasures where erased_at is null and scope = {(short)ErasureScope.Buyer} order by due_at limit {AtOnce})
            union
            (select subject from erasures where kept_until < {today} order by kept_until limit {AtOnce})
            """, ct);
        foreach (var subject in due)
        {
            await CarryAsync(subject, now, today, ct);
        }

        return due.Count;
    }

    /// <summary>Forgets buyers of whom nobody asked, once the law wants to know nothing of them any more; says how many.</summary>
    public async Task<int> AgeAsync(CancellationToken ct)
    {
        var today = Today;
        var old = await db.RowsAsync<Guid>(
            $"""
            select o.buyer_id
            from orders o
            join vault.keys k on k.subject = o.buyer_id
            group by o.buyer_id
            having max(o.placed_at) < {new DateTimeOffset(today.AddYears(-Math.Max(1, Math.Max(retention.MoneyYears, retention.TradeYears))), TimeOnly.MinValue, TimeSpan.Zero)}
            limit {AtOnce}
            """, ct);
        foreach (var buyer in old)
        {
            await AskAsync(new Id<Buyer>(buyer), Asker.Visitor, ct);
        }

        return old.Count;
    }

    private DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    private async Task CarryAsync(Guid buyer, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var loaded = await marketplace.LoadAsync<Erasure, ErasureEvent>(Erasure.Of(buyer), ct);
        var trade = await TradeOfAsync(buyer, ct);
        var decision = loaded.State is not { IsErased: false } waiting ? loaded.State!.Destroy(today, now)
            : waiting.Carry(trade?.Busy == true, trade is null ? null : KeepUntil(trade), now);
        if (decision.Count == 0)
        {
            return;
        }

        try
        {
            await store.CommitAsync(await CommitAsync(new Metadata(), buyer, loaded.Version, decision, loaded.History, ct), ct);
        }
        catch (StreamMovedException)
        {
            // another node was here a moment ago
        }
    }

    private async Task<Commit> CommitAsync(
        Metadata by, Guid buyer, long version, Decision<ErasureEvent> decision, IReadOnlyList<Recorded> history, CancellationToken ct)
    {
        var erasure = Erasure.Of(buyer);
        var commit = new Commit(by).Append(erasure.Value, StreamKind<Erasure>.Name, version, decision, history);
        foreach (var happened in decision)
        {
            foreach (var statement in happened switch
            {
                PersonalDataErased e => [.. await CopyAsync(buyer, erasure, e.KeptUntil, ct), .. Forget(buyer), .. RestockWaits.Forget(buyer), .. Subscriptions.Forget(buyer), .. LookupDesk.Forget(buyer), BuyerMarks.Forget(buyer), QueueDesk.ForgetMark(buyer), $"delete from vault.proofs where buyer_id = {buyer}", Evidence.Forget(buyer), EnquiryWords.Forget(buyer)],
                KeptDataDestroyed => Forget(erasure.Value),
                _ => [],
            })
            {
                commit.Also(statement);
            }
        }

        return commit;
    }

    // The copy stands under the id of the wish: no order leads there, and no page asks for it.
    private async Task<IEnumerable<Sql>> CopyAsync(Guid buyer, Id<Erasure> erasure, DateOnly? keptUntil, CancellationToken ct)
    {
        var known = keptUntil is null ? [] : (await vault.OpenAsync([buyer], ct))[buyer].Where(entry => Lawful.Contains(entry.Field)).ToArray();
        return known.Length == 0 ? [] : Vault.Keep(erasure.Value, known);
    }

    private static IEnumerable<Sql> Forget(Guid subject) => Vault.Forget(SqlPart.Of($"select {subject}::uuid"));

    private DateOnly? KeepUntil(Trade trade) =>
        retention.Until(DateFormat.DayIn(new DateTimeOffset(trade.PlacedAt), Zone.Wita), trade.Completed) is { } end && end >= Today ? end : null;

    private async Task<Trade?> TradeOfAsync(Guid buyer, CancellationToken ct) => await db.RowAsync<Trade>(
        $"""
        select bool_or(status = any({Open}) or coalesce(complaint, {(short)ComplaintStage.Decided}) < {(short)ComplaintStage.Settled}) as busy,
               bool_or(status = {(short)OrderStatus.Completed}) as completed, max(placed_at) as placed_at
        from orders where buyer_id = {buyer}
        having count(*) > 0
        """, ct);

    /// <summary>What the orders of one checkout came to.</summary>
    private sealed record Trade(bool Busy, bool Completed, DateTime PlacedAt);
}
