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

/// <summary>Where a buyer transfers to for an order, and how much.</summary>
/// <param name="Code">What of it stands there only to tell this transfer from others; null where nothing does.</param>
public sealed record ToTransfer(BankAccount Account, Rupiah Amount, Rupiah? Code);

/// <summary>
/// The bank accounts of businesses, sealed. An account counts while whoever named it still owns the business, as a payment
/// code does (<see cref="QrisCodes.Counts"/>).
/// </summary>
public sealed class BankAccounts(NpgsqlDataSource db, Secrets secrets)
{
    private const string Field = "account";
    private const char Between = '\n';

    /// <summary>Stands for an account in events: the same owner's same account is the same again, and nothing can be read from it.</summary>
    public async Task<Guid> IdOfAsync(Guid business, Id<Member> owner, BankAccount account, CancellationToken ct)
    {
        // keyed: ten digits behind a plain hash could simply be tried out
        byte[] whose = [.. business.ToByteArray(), .. owner.Value.ToByteArray(), .. Encoding.UTF8.GetBytes(Write(account))];
        return new Guid(HMACSHA256.HashData(await SecretAsync(ct), whose).AsSpan(0, 16));
    }

    /// <summary>Statements that name an account in place of any other, for the transaction that speaks of it.</summary>
    public static IEnumerable<Sql> Keep(Guid business, Guid id, Id<Member> owner, BankAccount account)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Vault.Seal(key, id, Field, Encoding.UTF8.GetBytes(Write(account)));
        return
        [
            .. Forget(business),
            $"insert into vault.keys (subject, key) values ({id}, {key})",
            $"insert into vault.accounts (business_id, account, member_id, sealed) values ({business}, {id}, {owner.Value}, {box})",
        ];
    }

    public static IEnumerable<Sql> Forget(Guid business) =>
    [
        $"delete from vault.keys where subject in (select account from vault.accounts where business_id = {business})",
        $"delete from vault.accounts where business_id = {business}",
    ];

    /// <summary>The account of a business, for whoever owns it.</summary>
    public async Task<BankAccount?> OfAsync(Asker asker, Guid business, CancellationToken ct) => await db.RowAsync<Box>(
        $"""
        select q.business_id as of_id, q.account, q.sealed, k.key, 0::bigint as transfer, null::bigint as code
        from vault.accounts q
        join vault.keys k on k.subject = q.account
        where q.business_id = {business} and {QrisCodes.Counts}
          and exists (
              select from memberships m
              where m.scope = q.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)})
        """, ct) is { } box
        ? Open(box)
        : null;

    /// <summary>Where to transfer what, for the orders that a key opens: those which their sellers accepted, and which are not over.</summary>
    public async Task<IReadOnlyDictionary<Guid, ToTransfer>> ToPayAsync(string token, CancellationToken ct)
    {
        if (OrderTokens.HashOf(token) is not { } hash)
        {
            return new Dictionary<Guid, ToTransfer>();
        }

        var boxes = await db.RowsAsync<Box>(
            $"""
            select o.order_id as of_id, q.account, q.sealed, k.key, o.transfer, o.code
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id and (t.order_id is null or o.order_id = t.order_id)
            join vault.accounts q on q.business_id = o.business_id
            join vault.keys k on k.subject = q.account
            where t.hash = {hash} and {Payable.Orders} and {QrisCodes.Counts}
            limit {Limits.CartLines}
            """, ct);
        return boxes.ToDictionary(box => box.OfId, box => new ToTransfer(Open(box), new(box.Transfer), box.Code is { } code ? new(code) : null));
    }

    private ValueTask<byte[]> SecretAsync(CancellationToken ct) => secrets.OfAsync("bank-account", ct);

    private static string Write(BankAccount account) => string.Join(Between, account.Bank, account.Number, account.Holder);

    private static BankAccount Open(Box box) => Encoding.UTF8.GetString(Vault.Open(box.Key, box.Account, Field, box.Sealed)).Split(Between) is [var bank, var number, var holder]
        ? new(bank, number, holder)
        : throw new InvalidOperationException("An account is kept in three parts.");

    private sealed record Box(Guid OfId, Guid Account, byte[] Sealed, byte[] Key, long Transfer, long? Code);
}
