using System.Buffers.Text;
using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Whether browsers are told, and by which services of theirs.</summary>
/// <param name="Contact">Whom a push service turns to when something is wrong here (RFC 8292); without one, browsers are not told.</param>
/// <param name="Hosts">The services, by name or by the end of it: an address that a browser sends us leads nowhere else.</param>
/// <param name="Key">The private key, where the operator has one; else this installation draws its own.</param>
/// <param name="TakesPrivateHosts">Services on the own machine or network, without TLS: for tests.</param>
public sealed record PushSettings(string? Contact, IReadOnlyList<string> Hosts, byte[]? Key, bool TakesPrivateHosts)
{
    private const string Usual = "fcm.googleapis.com,.push.services.mozilla.com,.notify.windows.com,web.push.apple.com";
    private const int LongestEndpoint = 1_000;

    public bool IsOn => Contact is not null;

    public static PushSettings Of(IConfiguration settings)
    {
        var contact = settings["Push:Contact"] ?? (settings["PublicUrl"] is { } site && site.StartsWith("https://", StringComparison.Ordinal) ? site.TrimEnd('/') : null);
        if (contact is not (null or ['m', 'a', 'i', 'l', 't', 'o', ':', ..]) && !contact.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new CannotStartException("Push__Contact is neither mailto: nor https:.");
        }

        return new(
            settings.GetValue("Push:Enabled", true) ? contact : null,
            (settings["Push:Hosts"] ?? Usual).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            KeyOf(settings["Push:PrivateKey"]),
            settings.GetValue("Push:PrivateHosts", false));
    }

    /// <summary>Whether it is the address of a service we know.</summary>
    public bool Knows(string? endpoint) =>
        endpoint is { Length: > 0 and <= LongestEndpoint } && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && (TakesPrivateHosts
            ? uri.IsLoopback
            : uri is { Scheme: "https", IsDefaultPort: true, HostNameType: UriHostNameType.Dns }
                && Hosts.Any(host => host.StartsWith('.') ? uri.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase) : uri.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase)));

    private static byte[]? KeyOf(string? text) => text is not { Length: > 0 } ? null
        : Base64Url.IsValid(text) && Base64Url.DecodeFromChars(text) is { Length: 32 } key ? key
        : throw new CannotStartException("Push__PrivateKey is not 32 bytes in base64url.");
}
