using System.Buffers.Text;
using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What a key opens: the buyer's own opens the whole checkout, the one in a seller's chat opens one order.</summary>
public sealed record OpenedBy(Guid CheckoutId, Guid? OrderId);

/// <summary>The unguessable keys to order pages: 128 bits each, made from a secret, kept only as hashes.</summary>
public sealed class OrderTokens(NpgsqlDataSource db, Secrets secrets)
{
    private const int TokenBytes = 16;
    /// <summary>The buyer's key to everything one checkout ordered.</summary>
    public async ValueTask<string> ForAsync(Id<Checkout> checkout, CancellationToken ct) => Make(await SecretAsync(ct), checkout.Value);

    /// <summary>The key to one order alone: it stands in the chat with its seller.</summary>
    public async ValueTask<string> ForAsync(Id<Order> order, CancellationToken ct) => Make(await SecretAsync(ct), order.Value);

    /// <summary>The key to the page of a KIM that has applied.</summary>
    public async ValueTask<string> ForAsync(Id<Group> group, CancellationToken ct) => Make(await SecretAsync(ct), group.Value);

    public static Sql Keep(string token, Id<Checkout> checkout, Id<Order>? order) =>
        $"""
        insert into app.order_tokens (hash, checkout_id, order_id)
        values ({SHA256.HashData(Base64Url.DecodeFromChars(token))}, {checkout.Value}, {order?.Value})
        """;

    /// <summary>Null for a token that was never given out, whatever it looks like.</summary>
    public async Task<OpenedBy?> OpenAsync(string token, CancellationToken ct) => HashOf(token) is { } hash
        ? await db.RowAsync<OpenedBy>($"select checkout_id, order_id from app.order_tokens where hash = {hash}", ct)
        : null;

    /// <summary>What is kept of a token; null for a text that is none.</summary>
    public static byte[]? HashOf(string token) =>
        token.Length == 22 && Base64Url.IsValid(token) ? SHA256.HashData(Base64Url.DecodeFromChars(token)) : null;

    private static string Make(byte[] secret, Guid id) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, id.ToByteArray()).AsSpan(0, TokenBytes));

    private ValueTask<byte[]> SecretAsync(CancellationToken ct) => secrets.OfAsync("order-token", ct);
}
