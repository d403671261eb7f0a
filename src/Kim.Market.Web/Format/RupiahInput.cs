using System.Globalization;
using System.Text.RegularExpressions;
using Kim.Market.Domain;

namespace Kim.Market.Web.Format;

/// <summary>Understands the ways people type money.</summary>
public static partial class RupiahInput
{
    /// <summary>
    /// Accepts <c>12500</c>, <c>12.500</c>, <c>Rp 12.500</c>, <c>Rp12.500,00</c>, <c>12,500</c>, <c>25 rb</c> and
    /// <c>1,5 juta</c>; refuses what could be read in two ways, such as <c>12.5</c>.
    /// </summary>
    public static bool TryParse(string? typed, out Rupiah money)
    {
        money = default;
        var match = Amount().Match(typed ?? "");
        if (!match.Success)
        {
            return false;
        }

        var scale = Scale(match.Groups["unit"].ValueSpan);
        return scale == 1
            ? TryWhole(match.Groups["number"].ValueSpan, out money)
            : TryScaled(match.Groups["number"].Value, scale, out money);
    }

    // the separators tell by what follows them: three digits are a group, ",00" is a rupiah without sen
    private static bool TryWhole(ReadOnlySpan<char> number, out Rupiah money)
    {
        money = default;
        if (!Whole().IsMatch(number))
        {
            return false;
        }

        var end = number.Length >= 3 && number[^3] is '.' or ',' ? number.Length - 3 : number.Length;
        long amount = 0;
        foreach (var letter in number[..end])
        {
            if (char.IsAsciiDigit(letter))
            {
                amount = (amount * 10) + (letter - '0');
            }
        }

        money = new(amount);
        return true;
    }

    private static bool TryScaled(string number, int scale, out Rupiah money)
    {
        money = default;
        if (!Fraction().IsMatch(number))
        {
            return false;
        }

        var amount = decimal.Parse(number.Replace(',', '.'), CultureInfo.InvariantCulture) * scale;
        money = new((long)amount);
        return amount == money.Amount;
    }

    private static int Scale(ReadOnlySpan<char> unit) => unit switch
    {
        [] => 1,
        ['j' or 'J', ..] => 1_000_000,
        _ => 1_000,
    };

    [GeneratedRegex(
        @"^\s*(rp\.?)?\s*(?<number>[0-9.,]{1,20})\s*(?<unit>rb|ribu|k|jt|juta)?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"^([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4}|[0-9]{1,3}(,[0-9]{3}){1,4})([.,]00)?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^[0-9]{1,6}([.,][0-9]{1,6})?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Fraction();
}
