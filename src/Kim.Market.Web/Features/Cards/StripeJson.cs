using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kim.Market.Web.Features.Cards;

// What of Stripe's answers is read here; the rest is passed over.
internal sealed record StripeSession(
    string Id, string? Status, string? PaymentStatus, string? Url, string? PaymentIntent, long? AmountTotal, string? Currency, Dictionary<string, string>? Metadata);

internal sealed record StripeRefund(string Id, string? Status);

internal sealed record StripeError(StripeErrorBody? Error);

internal sealed record StripeErrorBody(string? Type, string? Code);

internal sealed record StripeEvent(string? Id, string? Type, StripeEventData? Data);

internal sealed record StripeEventData(JsonElement Object);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(StripeSession))]
[JsonSerializable(typeof(StripeRefund))]
[JsonSerializable(typeof(StripeError))]
[JsonSerializable(typeof(StripeEvent))]
internal sealed partial class StripeJson : JsonSerializerContext;
