using System.Text.RegularExpressions;

namespace Kim.Market.Domain.Groups;

/// <summary>Where else a KIM can be followed. The numbers are stored.</summary>
public enum ChannelKind { Web, Instagram, Facebook, TikTok, YouTube, WhatsApp }

/// <summary>An address where a KIM can be followed: always in full, always https, without anything that counts who came from where.</summary>
public sealed partial record Channel(ChannelKind Kind, string Address)
{
    /// <summary>
    /// Takes what people write: <c>@kim.sarijaya</c>, <c>instagram.com/kim.sarijaya</c>, a copied link with its tail. Of WhatsApp only a channel,
    /// an invitation to a group or a short link: a number would belong to somebody.
    /// </summary>
    /// <returns>Null for what is no such address.</returns>
    public static Channel? Of(ChannelKind kind, string typed)
    {
        var text = typed.Trim();
        if (Handle().IsMatch(text) && HomeOf(kind) is { } home)
        {
            return Held(kind, home + text.TrimStart('@'));
        }

        return Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var address)
            && address is { Scheme: "https", IsDefaultPort: true, UserInfo: "", HostNameType: UriHostNameType.Dns }
            && HostOf(kind, address.IdnHost) is { } host && Leads(kind, host, address.AbsolutePath)
            ? Held(kind, $"https://{host}{address.AbsolutePath.TrimEnd('/')}")
            : null;
    }

    private static Channel? Held(ChannelKind kind, string address) =>
        address.Length > Limits.ChannelAddress || PublicText.HoldsNumber(address) ? null : new(kind, address);

    private static string? HomeOf(ChannelKind kind) => kind switch
    {
        ChannelKind.Instagram => "https://www.instagram.com/",
        ChannelKind.Facebook => "https://www.facebook.com/",
        ChannelKind.TikTok => "https://www.tiktok.com/@",
        ChannelKind.YouTube => "https://www.youtube.com/@",
        _ => null,
    };

    // One name for each, however it was written: two ways to the same place are one address.
    private static string? HostOf(ChannelKind kind, string host) => (kind, host.ToLowerInvariant()) switch
    {
        (ChannelKind.Instagram, "instagram.com" or "www.instagram.com" or "m.instagram.com") => "www.instagram.com",
        (ChannelKind.Facebook, "facebook.com" or "www.facebook.com" or "m.facebook.com" or "web.facebook.com" or "fb.com") => "www.facebook.com",
        (ChannelKind.TikTok, "tiktok.com" or "www.tiktok.com" or "m.tiktok.com") => "www.tiktok.com",
        (ChannelKind.YouTube, "youtube.com" or "www.youtube.com" or "m.youtube.com") => "www.youtube.com",
        (ChannelKind.WhatsApp, "whatsapp.com" or "www.whatsapp.com") => "whatsapp.com",
        (ChannelKind.WhatsApp, "chat.whatsapp.com" or "wa.me") => host.ToLowerInvariant(),
        (ChannelKind.Web, var own) when own.Contains('.', StringComparison.Ordinal) && !own.EndsWith('.') => own,
        _ => null,
    };

    private static bool Leads(ChannelKind kind, string host, string path) => (kind, host) switch
    {
        (ChannelKind.Web, _) => true,
        (ChannelKind.WhatsApp, "whatsapp.com") => path.StartsWith("/channel/", StringComparison.Ordinal) && path.Length > 9,
        (ChannelKind.WhatsApp, "wa.me") => path.StartsWith("/message/", StringComparison.Ordinal) && path.Length > 9,
        _ => path.Length > 1,
    };

    [GeneratedRegex("^@?[A-Za-z0-9_][A-Za-z0-9._-]{0,59}$")]
    private static partial Regex Handle();
}
