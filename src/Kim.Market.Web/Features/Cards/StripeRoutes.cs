using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Cards;
using Kim.Market.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kim.Market.Web;

/// <summary>Takes Stripe's messages about the payments of one business. What counts is the signature, so there is no token and no sign-in.</summary>
public static class StripeRoutes
{
    public const string Path = "/webhooks/stripe";
    public const int MostBytes = 64 * 1024;
    private const int LongestId = 255;

    public static void MapStripe(this IEndpointRouteBuilder app) => app.MapPost(Path + "/{account:guid}", TakeAsync)
        .WithMetadata(new OpenToAttribute(Audience.Signer) { What = "Menyampaikan kabar pembayaran kartu ke satu lapak" })
        .RequireRateLimiting(RateLimits.Webhook)
        .DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        Guid account, HttpRequest request, CardSettings settings, CardAccounts accounts, CardDesk desk, Marketplace marketplace, TimeProvider clock, CancellationToken ct)
    {
        if (!settings.IsOn || await accounts.KeysAsync(account, ct) is not { Signing: { } secret })
        {
            return No(StatusCodes.Status404NotFound, "No such account.");
        }

        if (await ReadAsync(request, ct) is not { } body)
        {
            return No(StatusCodes.Status413PayloadTooLarge, "Too long.");
        }

        if (!StripeSignature.IsGood(request.Headers["Stripe-Signature"], body, secret, clock.GetUtcNow()))
        {
            return No(StatusCodes.Status400BadRequest, "The signature is wrong or too old.");
        }

        if (Parse(body, StripeJson.Default.StripeEvent) is not { Id: not null, Type: { } type, Data: { } data } message)
        {
            return No(StatusCodes.Status400BadRequest, "Not an event.");
        }

        // Whatever else happens in the seller's account is theirs alone; and a payment of theirs may be for something else.
        if (type.StartsWith("checkout.session.", StringComparison.Ordinal)
            && Parse(data.Object, StripeJson.Default.StripeSession) is { Id.Length: > 0 and <= LongestId } session
            && StripePayments.Read(session) is { Order: { } id, Payment: null or { Length: <= LongestId } } told
            && (await marketplace.LoadAsync<Order, OrderEvent>(new(id), ct)).State is { } order && order.Seller.Value == account)
        {
            Origins.Enter(Path);
            await desk.SettleAsync(order.Id, told with { IsExpired = type is "checkout.session.expired" or "checkout.session.async_payment_failed" }, new Metadata(Causation: message.Id), ct);
        }

        return TypedResults.Ok();
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        var body = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, ct);
        return length > MostBytes ? null : body[..length];
    }

    private static StripeEvent? Parse(byte[] body, JsonTypeInfo<StripeEvent> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(body, shape);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static StripeSession? Parse(JsonElement body, JsonTypeInfo<StripeSession> shape)
    {
        try
        {
            return body.ValueKind == JsonValueKind.Object ? body.Deserialize(shape) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProblemHttpResult No(int status, string why) => TypedResults.Problem(why, statusCode: status);
}
