using Kim.Market.Domain;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Format;

/// <summary>Money as Indonesia writes it, in every language of the site.</summary>
public static class RupiahFormat
{
    /// <summary><c>Rp12.500</c>: wherever somebody pays or adds up.</summary>
    public static string Full(Rupiah money) => Full(money.Amount);

    public static string Full(long amount)
    {
        Span<char> text = stackalloc char[32];
        var sign = amount < 0 ? "-Rp" : "Rp";
        sign.CopyTo(text);
        var magnitude = amount < 0 ? (UInt128)(-(Int128)amount) : (UInt128)amount;
        magnitude.TryFormat(text[sign.Length..], out var length, "N0", NumberFormat.Indonesian);
        return new(text[..(sign.Length + length)]);
    }

    /// <summary><c>Rp386,4 jt</c>: in tiles, where space is short.</summary>
    public static string Tile(long amount) => Languages.IsEnglish
        ? Short(amount, "m", "bn", "tn")
        : Short(amount, "jt", "M", "T");

    /// <summary><c>Rp386,4 juta</c>: in a sentence.</summary>
    public static string Prose(long amount) => Languages.IsEnglish
        ? Short(amount, "million", "billion", "trillion")
        : Short(amount, "juta", "miliar", "triliun");

    // rounding comes first: 999,96 million is a billion, not "1.000 juta"
    private static string Short(long amount, string million, string billion, string trillion) =>
        Math.Abs((decimal)amount) switch
        {
            >= 999_950_000_000 => In(amount, 1_000_000_000_000, trillion),
            >= 999_950_000 => In(amount, 1_000_000_000, billion),
            >= 1_000_000 => In(amount, 1_000_000, million),
            _ => Full(amount),
        };

    private static string In(long amount, decimal unit, string name)
    {
        var rounded = Math.Round(amount / unit, 1, MidpointRounding.AwayFromZero);
        return string.Create(
            NumberFormat.Indonesian,
            $"{(rounded < 0 ? "-" : "")}Rp{Math.Abs(rounded):#,0.#}{Spaces.NoBreak}{name}");
    }
}
