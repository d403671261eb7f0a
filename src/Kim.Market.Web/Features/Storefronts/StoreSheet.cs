using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Drawing;

namespace Kim.Market.Web.Features.Storefronts;

/// <summary>
/// The colours of a storefront as a style sheet of its own, for no page has styles within (content security policy). Its address names the
/// colour and what became of it: another build that makes something else of the same colour has another address.
/// </summary>
internal sealed record StoreSheet(string Name, byte[] Bytes)
{
    public const string Root = "/warna/";

    private const int ColourLength = 6;

    public string Address => Root + Name;

    public static StoreSheet Of(Colour chosen)
    {
        var colours = new StoreColours(chosen);
        var day = Rule(colours.Field, colours.OnField, colours.Text);
        var night = Rule(colours.NightField, colours.OnNightField, colours.NightText);
        var bytes = Encoding.UTF8.GetBytes(
            $"@layer pages{{.own-colour{{{day}}}"
            + $"@supports (color:light-dark(red,red)) and (color:oklch(50% 0.1 90)){{@media (prefers-color-scheme:dark){{:root:not([data-theme=light]) .own-colour{{{night}}}}}"
            + $"[data-theme=dark] .own-colour{{{night}}}}}}}");
        return new($"{chosen.ToString()[1..]}-{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}.css", bytes);
    }

    /// <summary>Null for an address that no page has, or had before the colours were made another way.</summary>
    public static StoreSheet? Find(string name) =>
        name.Length > ColourLength && name[..ColourLength].All(char.IsAsciiHexDigitLower) && Of(Colour.Of("#" + name[..ColourLength])) is var sheet && sheet.Name == name ? sheet : null;

    private static string Rule(Colour field, Colour on, Colour text) => $"--toko:{field};--on-toko:{on};--link:{text};--toko-text:{text}";
}
