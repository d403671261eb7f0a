using System.Globalization;
using System.Security.Cryptography;

namespace Kim.Market.Web.Tests.Accounts;

/// <summary>The app on somebody's telephone.</summary>
public static class Authenticator
{
    /// <summary>What the app on the telephone shows (RFC 6238).</summary>
    /// <param name="ahead">Steps of half a minute: one code is good once, so the next use needs the next.</param>
    public static string Code(string key, int ahead = 0)
    {
        var step = BitConverter.GetBytes((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + ahead);
        Array.Reverse(step);
#pragma warning disable CA5350 // what the apps use
        var hash = HMACSHA1.HashData(Bytes(key), step);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(n => Convert.ToByte(bits.Substring(n * 8, 8), 2))];
    }
}
