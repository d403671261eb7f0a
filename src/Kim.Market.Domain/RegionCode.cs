using System.Diagnostics.CodeAnalysis;

namespace Kim.Market.Domain;

/// <summary>How far down a place stands, and by the code's own digit what the law calls it.</summary>
/// <remarks>Permendagri 58/2021: the first of a village's last four digits is 1 kelurahan, 2 desa, 3 desa adat.</remarks>
public enum RegionKind
{
    Province,
    Regency,
    City,
    District,
    UrbanVillage,
    Village,
    CustomaryVillage,
}

/// <summary>A Kemendagri code in its dotted form: <c>64</c>, <c>64.02</c>, <c>64.02.06</c> or <c>64.02.06.1006</c>.</summary>
public readonly record struct RegionCode : ISpanParsable<RegionCode>, IComparable<RegionCode>
{
    private readonly string? _code;

    private RegionCode(string code) => _code = code;

    public string Value => _code ?? "";

    /// <summary>What the code itself says the place is; 71–99 in a regency's place means a city.</summary>
    public RegionKind Kind => Value.Length switch
    {
        2 => RegionKind.Province,
        5 => Value[3] >= '7' ? RegionKind.City : RegionKind.Regency,
        8 => RegionKind.District,
        _ => Value[9] switch
        {
            '1' => RegionKind.UrbanVillage,
            '2' => RegionKind.Village,
            _ => RegionKind.CustomaryVillage,
        },
    };

    /// <summary>The region it lies in; null for a province.</summary>
    public RegionCode? Parent => Value.Length > 2 ? new(Value[..Value.LastIndexOf('.')]) : null;

    public RegionCode Province => new(Value[..2]);

    /// <summary>The regency or city; of a province, the province itself.</summary>
    public RegionCode Regency => Value.Length > 5 ? new(Value[..5]) : this;

    /// <summary>The kecamatan; of anything above, the place itself.</summary>
    public RegionCode District => Value.Length > 8 ? new(Value[..8]) : this;

    /// <summary>True for the place itself and everything inside it.</summary>
    public bool Contains(RegionCode other) =>
        other.Value == Value || other.Value.StartsWith(Value + ".", StringComparison.Ordinal);

    public int CompareTo(RegionCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    /// <exception cref="FormatException">The text is no region code.</exception>
    public static RegionCode Parse(ReadOnlySpan<char> s) =>
        TryParse(s, null, out var code) ? code : throw new FormatException("A region code looks like 64.02.06.1006.");

    static RegionCode IParsable<RegionCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static RegionCode ISpanParsable<RegionCode>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionCode result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>Takes the dotted form and the undotted one that open data uses.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out RegionCode result)
    {
        result = default;
        Span<char> digits = stackalloc char[10];
        var count = 0;
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '.' && i is 2 or 5 or 8 && i < s.Length - 1)
            {
                continue;
            }

            if (!char.IsAsciiDigit(s[i]) || count == digits.Length)
            {
                return false;
            }

            digits[count++] = s[i];
        }

        if (count is not (2 or 4 or 6 or 10)
            || (count == 10 && digits[6] is not ('1' or '2' or '3'))
            || (count > 2 && digits[2..4] is ['0' or '7', '0']))
        {
            return false;
        }

        var text = count switch
        {
            2 => $"{digits[..2]}",
            4 => $"{digits[..2]}.{digits[2..4]}",
            6 => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}",
            _ => $"{digits[..2]}.{digits[2..4]}.{digits[4..6]}.{digits[6..]}",
        };
        if (s.Contains('.') && !s.SequenceEqual(text))
        {
            return false;
        }

        result = new(text);
        return true;
    }

    public static bool operator <(RegionCode left, RegionCode right) => left.CompareTo(right) < 0;

    public static bool operator >(RegionCode left, RegionCode right) => left.CompareTo(right) > 0;

    public static bool operator <=(RegionCode left, RegionCode right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RegionCode left, RegionCode right) => left.CompareTo(right) >= 0;
}
