using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>
/// Eight digits that let a browser in: another code for each stall and each mailbox, so that none opens more than whoever passed it on
/// could see already. They follow from the request and a secret, so they are kept nowhere.
/// </summary>
public sealed class LookupCodes(Secrets secrets)
{
    /// <param name="target">The stall whose orders it opens, or the mailbox or browser it is sent to.</param>
    public async ValueTask<string> ForAsync(Guid lookup, Guid target, CancellationToken ct)
    {
        byte[] both = [.. lookup.ToByteArray(), .. target.ToByteArray()];
        var drawn = HMACSHA256.HashData(await secrets.OfAsync("lookup", ct), both);
        return (BinaryPrimitives.ReadUInt64BigEndian(drawn) % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture);
    }

    /// <summary>As people read it out and copy it.</summary>
    public static string Spaced(string code) => $"{code[..4]} {code[4..]}";

    /// <summary>The digits of what was typed, of the length of a code: anything else fits none.</summary>
    public static byte[] Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        return Encoding.ASCII.GetBytes(digits.Length == 8 ? digits : "--------");
    }
}
