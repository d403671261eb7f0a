using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Stripe Checkout, by its published API: forms go there, JSON comes back.</summary>
/// <remarks>Nothing of a buyer is sent but what their order costs; they type their card into Stripe's own page.</remarks>
public sealed class StripePayments(HttpClient http) : ICardPayments
{
    /// <summary>The answers are read as they were on that day, whatever Stripe changes later.</summary>
    public const string Version = "2024-06-20";

    private const int MostBytes = 256 * 1024;
    private const string Sessions = "v1/checkout/sessions";

    public async Task<CardSession> OpenAsync(CardKeys keys, NewCardSession asked, CancellationToken ct) => Read(await SendAsync(
        HttpMethod.Post, Sessions, keys, asked.Attempt,
        [
            ("mode", "payment"),
            ("payment_method_types[0]", "card"),
            ("client_reference_id", asked.Order.ToString()),
            ("metadata[order]", asked.Order.ToString()),
            ("payment_intent_data[metadata][order]", asked.Order.ToString()),
            ("line_items[0][quantity]", "1"),
            ("line_items[0][price_data][currency]", asked.Amount.Currency),
            ("line_items[0][price_data][unit_amount]", asked.Amount.Minor.ToString(CultureInfo.InvariantCulture)),
            ("line_items[0][price_data][product_data][name]", asked.Number),
            ("expires_at", asked.ExpiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("success_url", asked.Back.AbsoluteUri),
            ("cancel_url", asked.Back.AbsoluteUri),
        ],
        StripeJson.Default.StripeSession, ct));

    public async Task<CardSession> FindAsync(CardKeys keys, string session, CancellationToken ct) =>
        Read(await SendAsync(HttpMethod.Get, $"{Sessions}/{Uri.EscapeDataString(session)}", keys, null, null, StripeJson.Default.StripeSession, ct));

    public async Task<string?> RefundAsync(CardKeys keys, string payment, string attempt, CancellationToken ct)
    {
        try
        {
            var refund = await SendAsync(HttpMethod.Post, "v1/refunds", keys, attempt, [("payment_intent", payment)], StripeJson.Default.StripeRefund, ct);
            return refund.Status is "failed" or "canceled" ? throw new CardProviderException(CardTrouble.Refused, refund.Status) : refund.Id;
        }
        catch (CardProviderException refused) when (refused.Code == "charge_already_refunded")
        {
            return null;
        }
    }

    public Task ProbeAsync(CardKeys keys, CancellationToken ct) =>
        SendAsync(HttpMethod.Get, $"{Sessions}?limit=1", keys, null, null, StripeJson.Default.StripeError, ct);

    internal static CardSession Read(StripeSession session) => new(
        session.Id,
        session.Status == "open",
        session.PaymentStatus == "paid" && session.PaymentIntent is not null,
        session.Status == "expired",
        Uri.TryCreate(session.Url, UriKind.Absolute, out var page) ? page : null,
        session.PaymentIntent,
        new(session.AmountTotal ?? 0, session.Currency ?? ""),
        session.Metadata?.GetValueOrDefault("order") is { } order && Guid.TryParse(order, out var id) ? id : null);

    private async Task<T> SendAsync<T>(
        HttpMethod method, string path, CardKeys keys, string? attempt, (string Name, string Value)[]? form, JsonTypeInfo<T> shape, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", keys.Api);
        request.Headers.Add("Stripe-Version", Version);
        if (attempt is not null)
        {
            request.Headers.Add("Idempotency-Key", attempt);
        }

        if (form is not null)
        {
            request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        }

        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsByteArrayAsync(ct);
            return response.IsSuccessStatusCode
                ? JsonSerializer.Deserialize(body, shape) ?? throw new JsonException("null")
                : throw new CardProviderException(TroubleOf(response.StatusCode), CodeOf(body));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new CardProviderException(CardTrouble.Unreachable, failure.GetType().Name, failure);
        }
    }

    /// <summary>How the client behind this is set up; <see cref="StripeRetries"/> stands before it.</summary>
    public static void Configure(HttpClient client, CardSettings settings)
    {
        client.BaseAddress = settings.Api;
        client.Timeout = StripeRetries.Longest;
        client.MaxResponseContentBufferSize = MostBytes;
    }

    private static CardTrouble TroubleOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CardTrouble.Key,
        HttpStatusCode.TooManyRequests or HttpStatusCode.Conflict or >= HttpStatusCode.InternalServerError => CardTrouble.Unreachable,
        _ => CardTrouble.Refused,
    };

    // Only the code: the sentence beside it may repeat what was sent.
    private static string? CodeOf(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, StripeJson.Default.StripeError)?.Error is { } error ? error.Code ?? error.Type : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
