using System.Security.Cryptography;
using System.Text;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Payments;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.Cards;

/// <summary>What an owner reads of the account they named: that it is there, and whether Stripe reports to it.</summary>
public sealed record NamedCard(string Ending, bool IsTest, bool HasWebhook);

/// <summary>
/// The keys to businesses' accounts with Stripe, sealed. They count while whoever named them still owns the business, as a
/// payment code does (<see cref="QrisCodes.Counts"/>), and never leave the server.
/// </summary>
public sealed class CardAccounts(NpgsqlDataSource db, Secrets secrets)
{
    private const string Field = "card";
    private const char Between = '\n';

    /// <summary>Stands for an account in events: the same owner's same keys are the same again, and nothing can be read from it.</summary>
    public async Task<Guid> IdOfAsync(Guid business, Id<Member> owner, CardKeys keys, CancellationToken ct)
    {
        byte[] whose = [.. business.ToByteArray(), .. owner.Value.ToByteArray(), .. Encoding.ASCII.GetBytes(Write(keys))];
        return new Guid(HMACSHA256.HashData(await SecretAsync(ct), whose).AsSpan(0, 16));
    }

    /// <summary>Statements that name an account in place of any other, for the transaction that speaks of it.</summary>
    public static IEnumerable<Sql> Keep(Guid business, Guid account, Id<Member> owner, CardKeys keys)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var box = Vault.Seal(key, account, Field, Encoding.ASCII.GetBytes(Write(keys)));
        return
        [
            .. Forget(business),
            $"insert into vault.keys (subject, key) values ({account}, {key})",
            $"insert into vault.cards (business_id, account, member_id, sealed) values ({business}, {account}, {owner.Value}, {box})",
        ];
    }

    public static IEnumerable<Sql> Forget(Guid business) =>
    [
        $"delete from vault.keys where subject in (select account from vault.cards where business_id = {business})",
        $"delete from vault.cards where business_id = {business}",
    ];

    /// <summary>What is named at a business, for whoever owns it.</summary>
    public async Task<NamedCard?> OfAsync(Asker asker, Guid business, CancellationToken ct) => await db.RowAsync<Box>(
        $"""
        select q.account, q.sealed, k.key
        from vault.cards q
        join vault.keys k on k.subject = q.account
        where q.business_id = {business} and {QrisCodes.Counts}
          and exists (
              select from memberships m
              where m.scope = q.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role = {nameof(BusinessRole.Owner)})
        """, ct) is { } box
        ? Open(box) is var keys ? new(keys.Api[^4..], keys.IsTest, keys.Signing is not null) : null
        : null;

    /// <summary>The keys themselves, for the program to speak to Stripe with; null where none count.</summary>
    public async Task<CardKeys?> KeysAsync(Guid business, CancellationToken ct) => await db.RowAsync<Box>(
        $"""
        select q.account, q.sealed, k.key
        from vault.cards q
        join vault.keys k on k.subject = q.account
        where q.business_id = {business} and {QrisCodes.Counts}
        """, ct) is { } box
        ? Open(box)
        : null;

    /// <summary>Which of the orders that a key opens can be paid by card now.</summary>
    public async Task<IReadOnlySet<Guid>> OfferedAsync(string token, CancellationToken ct) => OrderTokens.HashOf(token) is { } hash
        ? (await db.RowsAsync<Guid>(
            $"""
            select o.order_id
            from app.order_tokens t
            join orders o on o.checkout_id = t.checkout_id and (t.order_id is null or o.order_id = t.order_id)
            join vault.cards q on q.business_id = o.business_id
            where t.hash = {hash} and {Payable.Orders}
              and o.total >= {Order.LeastByCard.Amount} and {QrisCodes.Counts}
            limit {Limits.CartLines}
            """, ct)).ToHashSet()
        : new HashSet<Guid>();

    private ValueTask<byte[]> SecretAsync(CancellationToken ct) => secrets.OfAsync("card-account", ct);

    private static string Write(CardKeys keys) => string.Join(Between, keys.Api, keys.Signing);

    private static CardKeys Open(Box box) => Encoding.ASCII.GetString(Vault.Open(box.Key, box.Account, Field, box.Sealed)).Split(Between) is [var api, var signing]
        ? new(api, signing.Length == 0 ? null : signing)
        : throw new InvalidOperationException("An account is kept in two parts.");

    private sealed record Box(Guid Account, byte[] Sealed, byte[] Key);
}
