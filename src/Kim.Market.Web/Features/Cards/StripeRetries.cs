using System.Net;
using System.Security.Cryptography;

namespace Kim.Market.Web.Features.Cards;

/// <summary>
/// Asks again what went wrong on the way: every change names its attempt, so Stripe does it once however often it is asked.
/// </summary>
public sealed class StripeRetries(TimeProvider clock) : DelegatingHandler
{
    /// <summary>With all its repetitions; a buyer is waiting.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private const int Attempts = 4;
    private static readonly TimeSpan Once = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            HttpResponseMessage? response = null;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Once);
            try
            {
                response = await base.SendAsync(request, patience.Token);
                if (attempt == Attempts || !IsWorthTrying(response))
                {
                    return response;
                }
            }
            catch (Exception failure) when (attempt < Attempts && !cancellationToken.IsCancellationRequested
                && failure is HttpRequestException or OperationCanceledException)
            {
                // the line was cut or nobody answered: whether it arrived is not known, and does not matter
            }

            var pause = PauseAfter(response, attempt);
            response?.Dispose();
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private static bool IsWorthTrying(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Stripe-Should-Retry", out var said)
            ? said.First() == "true"
            : response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    // Twice as long each time, and never all at the same moment.
    private static TimeSpan PauseAfter(HttpResponseMessage? response, int attempt)
    {
        var own = First * Math.Pow(2, attempt - 1) * RandomNumberGenerator.GetInt32(75, 126) / 100;
        var asked = response?.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        return asked > own ? TimeSpan.FromTicks(Math.Min(asked.Ticks, LongestPause.Ticks)) : own;
    }
}
