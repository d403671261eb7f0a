using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Web.Features.Regions;

/// <summary>
/// A code of the Ministry of Home Affairs, such as <c>64.02.03.2006</c>. Read with or without its dots, always
/// written with them. That it is well formed does not mean that the region exists.
/// </summary>
public sealed record RegionCode : ISpanParsable<RegionCode>
{
    private const int FirstCity = 71;

    private RegionCode(string value, RegionKind kind) => (Value, Kind) = (value, kind);

    public string Value { get; }

    public RegionKind Kind { get; }

    /// <summary>The region it lies in; null for a province.</summary>
    public RegionCode? Parent => Kind == RegionKind.Province ? null : Beginning(Value.LastIndexOf('.'));

    public RegionCode Province => Kind == RegionKind.Province ? this : Beginning(2);

    public bool Contains(RegionCode other) => other.Value.StartsWith(Value + '.', StringComparison.Ordinal);

    public static RegionCode Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    public static RegionCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is no region code.");

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RegionCode result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out RegionCode result)
    {
        result = Dotted(s.Trim()) is { } dotted && KindOf(dotted) is { } kind ? new(dotted, kind) : null;
        return result is not null;
    }

    public override string ToString() => Value;

    private RegionCode Beginning(int length) => new(Value[..length], KindOf(Value.AsSpan(0, length))!.Value);

    private static string? Dotted(ReadOnlySpan<char> text)
    {
        Span<char> digits = stackalloc char[10];
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && count < digits.Length)
            {
                digits[count++] = text[i];
            }
            else if (text[i] != '.')
            {
                return null;
            }
        }

        var dotted = count switch
        {
            2 => $"{digits[..2]}",
            4 => $"{digits[..2]}.{digits[2..4]}",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}",
            10 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
            _ => null,
        };

        return text.Contains('.') && !text.SequenceEqual(dotted) ? null : dotted;
    }

    private static RegionKind? KindOf(ReadOnlySpan<char> dotted) => dotted.Length switch
    {
        2 => RegionKind.Province,
        5 => Number(dotted[3..]) switch
        {
            0 or FirstCity - 1 => null,
            < FirstCity => RegionKind.Regency,
            _ => RegionKind.City,
        },
        8 => RegionKind.District,
        13 => dotted[9] switch
        {
            '1' => RegionKind.UrbanVillage,
            '2' => RegionKind.Village,
            '3' => RegionKind.CustomaryVillage,
            _ => null,
        },
        _ => throw new UnreachableException(),
    };

    private static int Number(ReadOnlySpan<char> twoDigits) => ((twoDigits[0] - '0') * 10) + (twoDigits[1] - '0');
}
