using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Domain;

/// <summary>An Indonesian mobile number as WhatsApp wants it: digits only, starting with 628.</summary>
/// <remarks>Operators' prefixes are not checked: numbers move between operators and new prefixes appear.</remarks>
public readonly record struct WhatsAppNumber
{
    private const int Shortest = 11; // 628 + 8 digits
    private const int Longest = 14;

    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789+-. ()\u00a0\t");

    private readonly string? _digits;

    private WhatsAppNumber(string digits) => _digits = digits;

    /// <summary>For <c>https://wa.me/</c>: no plus sign, no leading zero.</summary>
    public string International => _digits ?? "";

    /// <summary>The way people write it: 0812-3456-7890.</summary>
    public string Local
    {
        get
        {
            var local = "0" + International[2..];
            return local.Length > 8 ? $"{local[..4]}-{local[4..8]}-{local[8..]}" : local;
        }
    }

    public override string ToString() => International;

    /// <exception cref="FormatException">The text is no Indonesian mobile number.</exception>
    public static WhatsAppNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException("A mobile number looks like 0812-3456-7890.");

    /// <summary>Reads 0812-3456-7890, +62 812…, 0062812…, 62812…, 6208… and bare 812….</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WhatsAppNumber number)
    {
        number = default;
        if (text is null || text.Length > 40 || text.AsSpan().ContainsAnyExcept(Written))
        {
            return false;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = digits[2..];
        }

        digits = digits switch
        {
            ['6', '2', '0', ..] => "62" + digits[3..],
            ['6', '2', ..] => digits,
            ['0', ..] => "62" + digits[1..],
            ['8', ..] => "62" + digits,
            _ => digits,
        };

        if (digits.Length is < Shortest or > Longest || digits is not ['6', '2', '8', >= '1', ..])
        {
            return false;
        }

        number = new(digits);
        return true;
    }
}
