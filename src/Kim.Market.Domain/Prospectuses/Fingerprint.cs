using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kim.Market.Domain.Prospectuses;

/// <summary>The fingerprint of what is said of a village: equal where the same is said, whatever the order and whoever asks.</summary>
internal static class Fingerprint
{
    // What separates fields and claims stands in no text: control signs are taken out of what people type.
    private const char Field = '\u001f';
    private const string Written = "prospectus 1";

    public static byte[] Of(RegionCode village, IEnumerable<Claim> claims)
    {
        var lines = claims.Select(Line).Order(StringComparer.Ordinal);
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001e', [Written, village.Value, .. lines])));
    }

    private static string Line(Claim claim) => string.Join(
        Field, ((int)claim.Kind).ToString(CultureInfo.InvariantCulture), Clean(claim.Subject), Clean(claim.Label), Clean(claim.Value), Clean(claim.Unit),
        Clean(claim.Source), Clean(claim.AsOf), claim.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Clean(claim.Link));

    private static string Clean(string text) => text.Replace(Field, ' ').Replace('\u001e', ' ');
}
