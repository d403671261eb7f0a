using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;

namespace Kim.Market.Web.Features.Notices;

/// <summary>What a browser says of itself when somebody wants to be told by it.</summary>
public class PushForm
{
    [StringLength(1_000)]
    public string? Endpoint { get; init; }

    [StringLength(100)]
    public string? Key { get; init; }

    [StringLength(30)]
    public string? Secret { get; init; }

    /// <summary>Null for anything but a service we know and keys that are some.</summary>
    public PushTarget? Target(PushSettings settings) =>
        settings.IsOn && settings.Knows(Endpoint)
        && Bytes(Key) is { Length: PushTarget.KeyLength } key && PushMessage.IsKey(key)
        && Bytes(Secret) is { Length: PushTarget.SecretLength } secret
            ? new(Endpoint!, key, secret)
            : null;

    private static byte[]? Bytes(string? text) => text?.TrimEnd('=') is { Length: > 0 } plain && Base64Url.IsValid(plain) ? Base64Url.DecodeFromChars(plain) : null;
}
