using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Tells a browser something.</summary>
public interface IPush
{
    /// <param name="topic">A later message of the same topic takes the place of one that still waits at the service.</param>
    /// <exception cref="NotDeliveredException">It did not arrive.</exception>
    Task SendAsync(PushTarget to, byte[] text, string topic, CancellationToken ct);
}

/// <summary>Web push (RFC 8030) by the browser's own service.</summary>
public sealed class WebPush(HttpClient http, PushSettings settings, Vapid vapid) : IPush
{
    private static readonly string KeptSeconds = ((int)TimeSpan.FromDays(1).TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task SendAsync(PushTarget to, byte[] text, string topic, CancellationToken ct)
    {
        if (!settings.Knows(to.Endpoint))
        {
            throw new NotDeliveredException(Trouble.Refused);
        }

        var endpoint = new Uri(to.Endpoint);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Sealed(to, text)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.TryAddWithoutValidation("Authorization", await vapid.SignAsync(endpoint, ct));
        request.Headers.Add("TTL", KeptSeconds);
        request.Headers.Add("Urgency", "normal");
        request.Headers.Add("Topic", topic);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (!response.IsSuccessStatusCode)
            {
                throw new NotDeliveredException(TroubleOf(response.StatusCode));
            }
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new NotDeliveredException(Trouble.Unreachable);
        }
    }

    /// <summary>How the client behind this is set up.</summary>
    public static void Configure(HttpClient client) => client.Timeout = TimeSpan.FromSeconds(20);

    private static byte[] Sealed(PushTarget to, byte[] text)
    {
        try
        {
            return PushMessage.Seal(to, text);
        }
        catch (CryptographicException)
        {
            throw new NotDeliveredException(Trouble.Refused);
        }
    }

    private static Trouble TroubleOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Trouble.Gone,
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => Trouble.Busy,
        _ => Trouble.Refused,
    };
}
