using Kim.Market.Domain;
using Kim.Market.Web.Features.Payments;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>Reads orders for those who hold a key to them; there is no other way in.</summary>
public sealed class BuyerOrders(NpgsqlDataSource db)
{
    /// <summary>What a key opens: every order of a checkout or one alone; nothing for a key that was never given out.</summary>
    public async Task<IReadOnlyList<BuyerOrder>> OpenAsync(string token, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? await db.RowsAsync<BuyerOrder>(
            $"""
            select o.order_id, o.version, o.number, o.buyer_id, o.village, o.handover, o.lines::text, o.goods, o.fee, o.total,
                   o.status, o.reason, o.placed_at, o.answer_by, b.business_id, b.name as business, b.slug as business_slug,
                   coalesce(o.market_place, b.pickup_place) as pickup_place, b.pickup_hours, t.order_id is null as opens_all, o.paid, o.quote, o.quote_how, {ProofRows.OfOrder} as proofs, o.due_at,
                   o.refund, o.refund_how, o.complaint, o.touched_at, o.paid_by_card,
                   o.market_day, o.market_date, o.market_from, o.market_until, o.market_cost, o.asked_share, o.at_point,
                   md.called_off ->> o.market_date::text as called_off, o.checkout_id,
                   case when o.code_open then o.code end as code, o.received, b.codes
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id and (t.order_id is null or o.order_id = t.order_id)
            join businesses b on b.business_id = o.business_id
            left join market_days md on md.market_day_id = o.market_day
            where t.hash = {hash}
            order by b.name, o.order_id
            limit {Limits.CartLines}
            """, ct)
        : [];

    /// <summary>The orders behind several keys, newest first; keys that open nothing are passed over.</summary>
    public async Task<IReadOnlyList<KnownOrder>> KnownAsync(IEnumerable<string> tokens, CancellationToken ct)
    {
        var hashes = tokens.Select(OrderTokens.HashOf).OfType<byte[]>().Take(OrderKeys.Most).ToArray();
        return hashes.Length == 0 ? [] : await db.RowsAsync<KnownOrder>(
            $"""
            select t.hash, o.number, o.status, o.handover, o.total, o.placed_at, o.village, b.name as business
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id and (t.order_id is null or o.order_id = t.order_id)
            join businesses b on b.business_id = o.business_id
            where t.hash = any({hashes})
            order by o.placed_at desc, b.name, o.order_id
            limit {OrderKeys.Most * Limits.CartLines}
            """, ct);
    }
}
