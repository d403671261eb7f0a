using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Payments;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Payments;

/// <summary>What a buyer scans for an order, and what it comes to.</summary>
/// <param name="HasAmount">The amount stands in the code; otherwise the buyer enters it.</param>
public sealed record ToPay(Qris Code, Rupiah Amount, bool HasAmount);

/// <summary>
/// The payment codes of businesses, sealed. A code counts while whoever put it up still owns the business: with the
/// ownership the money would go elsewhere too.
/// </summary>
public sealed class QrisCodes(NpgsqlDataSource db, IConfiguration settings)
{
    private const string Field = "qris";

    /// <summary>
    /// Whether the amount of an order is written into the code that its buyer sees. Off by default: whether a shop may do
    /// that with its own code is for a lawyer to say first.
    /// </summary>
    public bool Injects { get; } = settings.GetValue("Qris:AmountInjection", false);

    /// <summary>Stands for a code in events: the same owner's same code is the same again, and nothing can be read from it.</summary>
    public static Guid IdOf(Guid business, Id<Member> owner, Qris qris)
    {
        var bytes = SHA256.HashData([.. business.ToByteArray(), .. owner.Value.ToByteArray(), .. Encoding.ASCII.GetBytes(qris.Payload)]);
        return new Guid(bytes.AsSpan(0, 16));
    }

    /// <summary>Statements that put up a code in place of any other, for the transaction that speaks of it.</summary>
    public static IEnumerable<Sql> Keep(Guid business, Guid code, Id<Member> owner, Qris qris)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Vault.Seal(key, code, Field, Encoding.ASCII.GetBytes(qris.Payload));
        return
        [
            .. Forget(business),
            $"insert into vault.keys (subject, key) values ({code}, {key})",
            $"insert into vault.qris (business_id, code, member_id, sealed) values ({business}, {code}, {owner.Value}, {box})",
        ];
    }

    public static IEnumerable<Sql> Forget(Guid business) =>
    [
        $"delete from vault.keys where subject in (select code from vault.qris where business_id = {business})",
        $"delete from vault.qris where business_id = {business}",
    ];

    /// <summary>What hangs at a business, for whoever owns it.</summary>
    public async Task<Qris?> OfAsync(Asker asker, Guid business, CancellationToken ct) => await db.RowAsync<Box>(
        $"""
        select q.business_id as of_id, q.code, q.sealed, k.key, 0::bigint as total
        from vault.qris q
        join vault.keys k on k.subject = q.code
        where q.business_id = {business} and {Counts}
          and exists (
              select from memberships m
              where m.scope = q.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)})
        """, ct) is { } box
        ? Open(box)
        : null;

    /// <summary>What is to be paid where, by the orders that a key opens: those which their sellers accepted, and which are not over.</summary>
    public async Task<IReadOnlyDictionary<Guid, ToPay>> ToPayAsync(string token, CancellationToken ct)
    {
        if (OrderTokens.HashOf(token) is not { } hash)
        {
            return new Dictionary<Guid, ToPay>();
        }

        var boxes = await db.RowsAsync<Box>(
            $"""
            select o.order_id as of_id, q.code, q.sealed, k.key, o.total
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id and (t.order_id is null or o.order_id = t.order_id)
            join vault.qris q on q.business_id = o.business_id
            join vault.keys k on k.subject = q.code
            where t.hash = {hash} and {Payable.Orders} and {Counts}
            limit {Limits.CartLines}
            """, ct);
        var toPay = new Dictionary<Guid, ToPay>(boxes.Count);
        foreach (var box in boxes)
        {
            if (Open(box) is { } qris)
            {
                var amount = new Rupiah(box.Total);
                toPay[box.OfId] = Injects && amount > Rupiah.Zero && amount <= Qris.Most
                    ? new(qris.For(amount), amount, HasAmount: true)
                    : new(qris, amount, HasAmount: false);
            }
        }

        return toPay;
    }

    /// <summary>Whether whoever put up a code <c>q</c> still owns the business.</summary>
    internal static SqlPart Counts => SqlPart.Of(
        $"""
        exists (
            select from memberships w
            where w.scope = q.business_id and w.member_id = q.member_id and w.desk = {Desk.Seller} and w.role = {nameof(BusinessRole.Owner)})
        """);

    private static Qris? Open(Box box) =>
        Qris.TryRead(Encoding.ASCII.GetString(Vault.Open(box.Key, box.Code, Field, box.Sealed)), out var qris, out _) ? qris : null;

    private sealed record Box(Guid OfId, Guid Code, byte[] Sealed, byte[] Key, long Total);
}
