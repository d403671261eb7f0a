using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Whether cards are taken here at all, and where their provider is reached.</summary>
/// <param name="IsOn">Off by default: the operator says that sellers here may use accounts of their own with Stripe.</param>
/// <param name="Api">Stripe itself, or what stands for it in tests.</param>
/// <param name="Checkout">The one site to which a buyer is sent to pay.</param>
/// <param name="TakesTestKeys">Orders paid with made-up cards look paid: only where everything is made up.</param>
public sealed record CardSettings(bool IsOn, Uri Api, string Checkout, bool TakesTestKeys)
{
    /// <summary>Where a button of ours may lead besides this site.</summary>
    public string? LeadsTo => IsOn ? Checkout : null;

    public static CardSettings Of(IConfiguration settings) => new(
        settings.GetValue("Stripe:Enabled", false),
        Address(settings, "Stripe:ApiBase", "https://api.stripe.com"),
        Address(settings, "Stripe:CheckoutOrigin", "https://checkout.stripe.com").GetLeftPart(UriPartial.Authority),
        settings.GetValue("Stripe:TestKeys", false));

    private static Uri Address(IConfiguration settings, string name, string usual) =>
        Uri.TryCreate(settings[name] ?? usual, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
            ? address
            : throw new CannotStartException($"{name.Replace(":", "__", StringComparison.Ordinal)} is no https address.");
}
