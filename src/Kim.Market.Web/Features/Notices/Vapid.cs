using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Says to push services who we are (RFC 8292), with a key that is this installation's own.</summary>
public sealed class Vapid(PushSettings settings, Secrets secrets, TimeProvider clock)
{
    private static readonly TimeSpan Good = TimeSpan.FromHours(12);

    /// <summary>What a browser binds its subscription to.</summary>
    public async ValueTask<string> PublicKeyAsync(CancellationToken ct)
    {
        using var key = await KeyAsync(ct);
        return Base64Url.EncodeToString(PushMessage.PointOf(key.ExportParameters(includePrivateParameters: false).Q));
    }

    /// <summary>The line <c>Authorization</c> for one service.</summary>
    public async ValueTask<string> SignAsync(Uri endpoint, CancellationToken ct)
    {
        using var key = await KeyAsync(ct);
        var claims = new JsonObject
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["exp"] = (clock.GetUtcNow() + Good).ToUnixTimeSeconds(),
            ["sub"] = settings.Contact,
        };
        var said = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256);
        return $"vapid t={said}.{Base64Url.EncodeToString(signature)}, k={await PublicKeyAsync(ct)}";
    }

    private async ValueTask<ECDsa> KeyAsync(CancellationToken ct) => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = settings.Key ?? await secrets.OfAsync("vapid", ct),
    });
}
