using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Domain;

/// <summary>A WhatsApp number of any country, for whoever only asks: an Indonesian one as always, another as E.164 writes it.</summary>
/// <remarks>
/// Of other countries only the form is checked: a country code that does not begin with 0, eight to fifteen digits in all. Whether somebody
/// answers there, nobody but WhatsApp knows. Orders take <see cref="WhatsAppNumber"/> alone.
/// </remarks>
public readonly record struct WorldNumber
{
    private const int Shortest = 8;
    private const int Longest = 15;
    private const string Indonesia = "62";

    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789+-. ()\u00a0\t");

    private readonly string? _digits;

    private WorldNumber(string digits) => _digits = digits;

    /// <summary>For <c>https://wa.me/</c>: no plus sign, no leading zero.</summary>
    public string International => _digits ?? "";

    /// <summary>As people read it: 0812-3456-7890, or with the sign before its country.</summary>
    public string Shown => WhatsAppNumber.TryParse(International, out var local) ? local.Local : "+" + International;

    public static implicit operator WorldNumber(WhatsAppNumber number) => new(number.International);

    public override string ToString() => International;

    /// <summary>Whether somebody means a number of another country: it begins with + or 00, and not with Indonesia's code.</summary>
    public static bool IsForeign(string text) =>
        Digits(text) is { } digits && !digits.StartsWith(Indonesia, StringComparison.Ordinal);

    /// <summary>Reads what <see cref="WhatsAppNumber"/> reads, and +60 12-345 6789 or 0060….</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out WorldNumber number)
    {
        if (WhatsAppNumber.TryParse(text, out var local))
        {
            number = local;
            return true;
        }

        number = text is not null && IsForeign(text) && Digits(text) is { Length: >= Shortest and <= Longest } digits && digits[0] != '0' ? new(digits) : default;
        return number != default;
    }

    /// <summary>Reads what was kept: digits alone.</summary>
    public static WorldNumber? Kept(string? digits) => TryParse("+" + digits, out var number) ? number : null;

    // Null for what does not begin with the sign of a country code, or is no number at all.
    private static string? Digits(string text)
    {
        var tidy = text.Trim();
        if (tidy.Length > 40 || tidy.AsSpan().ContainsAnyExcept(Written) || tidy.LastIndexOf('+') > 0)
        {
            return null;
        }

        var digits = string.Concat(tidy.Where(char.IsAsciiDigit));
        return tidy.StartsWith('+') ? digits : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..] : null;
    }
}
