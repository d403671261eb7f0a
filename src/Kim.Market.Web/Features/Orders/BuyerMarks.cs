using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>How the earlier orders of one number ended.</summary>
/// <param name="Ended">Those that were handed over or taken back by the buyer.</param>
/// <param name="Cancelled">Those of them that the buyer took back.</param>
public sealed record BuyerPast(Guid Buyer, int Ended, int Cancelled)
{
    /// <summary>Fewer say nothing about anybody.</summary>
    public const int Enough = 5;
}

/// <summary>Knows which checkouts came from one number without knowing the number: a hash of it, keyed with this installation's own secret.</summary>
public sealed class BuyerMarks(NpgsqlDataSource db, Secrets secrets, Vault vault)
{
    private const int AtOnce = 200;

    public async Task<Sql> KeepAsync(Id<Buyer> buyer, WorldNumber number, CancellationToken ct) =>
        $"insert into vault.buyer_marks (buyer, mark) values ({buyer.Value}, {await OfAsync(number, ct)})";

    /// <summary>The same for the same number, here and nowhere else.</summary>
    public async ValueTask<byte[]> OfAsync(WorldNumber number, CancellationToken ct) =>
        HMACSHA256.HashData(await SecretAsync(ct), Encoding.ASCII.GetBytes(number.International));

    /// <summary>Whether somebody with this number has ordered before and is not forgotten.</summary>
    public async Task<bool> IsKnownAsync(WhatsAppNumber number, CancellationToken ct) => (await db.RowsAsync<bool>(
        $"select exists (select from vault.buyer_marks where mark = {await OfAsync(number, ct)})", ct))[0];

    /// <summary>Gives theirs to buyers from before there were marks. Whoever is being forgotten meanwhile gets none: their key is asked for once more.</summary>
    public async Task FillAsync(CancellationToken ct)
    {
        for (Guid? last = Guid.Empty; last is { } from;)
        {
            var buyers = await db.RowsAsync<Guid>(
                $"""
                select distinct o.buyer_id
                from orders o
                join vault.entries e on e.subject = o.buyer_id and e.field = 'whatsapp'
                where o.buyer_id > {from} and not exists (select from vault.buyer_marks m where m.buyer = o.buyer_id)
                order by o.buyer_id limit {AtOnce}
                """, ct);
            foreach (var known in await vault.OpenAsync(buyers, ct))
            {
                if (Contact.Of(known).WhatsApp is { } number)
                {
                    await db.ExecuteAsync(
                        $"""
                        insert into vault.buyer_marks (buyer, mark)
                        select subject, {await OfAsync(number, ct)} from vault.keys where subject = {known.Key} for key share
                        on conflict do nothing
                        """, ct);
                }
            }

            last = buyers.Count == AtOnce ? buyers[^1] : null;
        }
    }

    public static Sql Forget(Guid buyer) => $"delete from vault.buyer_marks where buyer = {buyer}";

    /// <summary>What sellers are told of these buyers: how often their number took an order back, where there were enough of them.</summary>
    public async Task<IReadOnlyDictionary<Guid, BuyerPast>> PastAsync(IReadOnlyCollection<Guid> buyers, CancellationToken ct) => buyers.Count == 0
        ? new Dictionary<Guid, BuyerPast>()
        : (await db.RowsAsync<BuyerPast>(
            $"""
            select m.buyer, count(*)::int as ended, (count(*) filter (where o.status = {(short)OrderStatus.Cancelled}))::int as cancelled
            from vault.buyer_marks m
            join vault.buyer_marks same on same.mark = m.mark
            join orders o on o.buyer_id = same.buyer
            where m.buyer = any({buyers.ToArray()}) and o.status in ({(short)OrderStatus.Completed}, {(short)OrderStatus.Cancelled})
            group by m.buyer
            having count(*) >= {BuyerPast.Enough} and count(*) filter (where o.status = {(short)OrderStatus.Cancelled}) > 0
            """, ct)).ToDictionary(past => past.Buyer);

    private ValueTask<byte[]> SecretAsync(CancellationToken ct) => secrets.OfAsync("buyer-mark", ct);
}
