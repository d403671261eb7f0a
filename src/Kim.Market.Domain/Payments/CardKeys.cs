using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Kim.Market.Domain.Payments;

/// <summary>With what this program speaks to a seller's own Stripe account, and how it knows that Stripe speaks to it.</summary>
/// <param name="Api">A restricted key: it may open payments and give them back, and nothing else.</param>
/// <param name="Signing">The secret of the webhook; null where the seller has not set one up.</param>
public sealed partial record CardKeys(string Api, string? Signing)
{
    /// <summary>Payments with it are made up.</summary>
    public bool IsTest => Api.StartsWith("rk_test_", StringComparison.Ordinal);

    public static bool TryRead(string? api, string? signing, [NotNullWhen(true)] out CardKeys? keys, [NotNullWhen(false)] out Refusal? refusal)
    {
        var (key, secret) = ((api ?? "").Trim(), (signing ?? "").Trim());
        refusal =
            key.StartsWith("sk_", StringComparison.Ordinal) ? CardRefusals.TooMightyKey
            : !Restricted().IsMatch(key) ? CardRefusals.BadKey
            : secret.Length > 0 && !SigningSecret().IsMatch(secret) ? CardRefusals.BadSigningSecret
            : null;
        keys = refusal is null ? new(key, secret.Length == 0 ? null : secret) : null;
        return keys is not null;
    }

    /// <summary>Says nothing of itself: what is written into a log or an exception is read by others.</summary>
    public override string ToString() => nameof(CardKeys);

    [GeneratedRegex("^rk_(live|test)_[A-Za-z0-9]{16,200}$")]
    private static partial Regex Restricted();

    [GeneratedRegex("^whsec_[A-Za-z0-9+/=_-]{16,200}$")]
    private static partial Regex SigningSecret();
}
