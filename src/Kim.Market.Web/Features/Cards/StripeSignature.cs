using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Whether a message is Stripe's: <c>t=…,v1=…</c>, an HMAC over the moment and the very bytes that came.</summary>
public static class StripeSignature
{
    /// <summary>An older message may be one that somebody kept and sends again.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int LongestHeader = 1_024;

    public static bool IsGood(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
        {
            return false;
        }

        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        if (parts.Find(part => part[0].Trim() == "t") is not [_, var moment]
            || !long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Tolerance)
        {
            return false;
        }

        var right = Encoding.ASCII.GetBytes(Of(seconds, body, secret));
        var isGood = false;
        foreach (var part in parts.Where(part => part[0].Trim() == "v1"))
        {
            // while a secret is being changed there is one for each; all are compared, and each in the same time
            isGood |= CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(part[1].Trim()));
        }

        return isGood;
    }

    /// <summary>The signature of a message sent at that second.</summary>
    public static string Of(long seconds, ReadOnlySpan<byte> body, string secret)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(seconds.ToString(CultureInfo.InvariantCulture)), (byte)'.', .. body];
        return Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
    }
}
