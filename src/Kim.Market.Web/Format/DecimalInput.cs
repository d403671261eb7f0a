using System.Globalization;
using System.Text.RegularExpressions;

namespace Kim.Market.Web.Format;

/// <summary>Understands the numbers people type: as Indonesia writes them.</summary>
public static partial class DecimalInput
{
    /// <summary>Accepts <c>2318</c>, <c>2.318</c> and <c>1,9</c>; refuses what could be read in two ways, such as <c>1.9</c>.</summary>
    public static bool TryParse(string? typed, out decimal number)
    {
        number = 0;
        var text = typed?.Trim() ?? "";
        return Plain().IsMatch(text) && decimal.TryParse(
            text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    [GeneratedRegex("""^(\d{1,15}|\d{1,3}(\.\d{3}){1,4})(,\d{1,2})?$""", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
