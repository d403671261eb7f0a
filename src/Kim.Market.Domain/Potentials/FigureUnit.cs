using System.Collections.Frozen;

namespace Kim.Market.Domain.Potentials;

/// <summary>
/// What a unit that people write comes down to, so that <c>ton/bulan</c> stands beside <c>kg per minggu</c>. Words it does not
/// know count only beside the same word.
/// </summary>
/// <param name="Dimension">Only figures of one dimension can be compared: <c>mass/time</c>, <c>area</c>, <c>orang</c>.</param>
/// <param name="Factor">How many of the dimension's own unit it is: kilogram, litre, square metre, per year.</param>
public sealed record FigureUnit(string Dimension, decimal Factor)
{
    private static readonly FrozenDictionary<string, FigureUnit> Known = new Dictionary<string, FigureUnit>
    {
        ["g"] = new("mass", 0.001m),
        ["gram"] = new("mass", 0.001m),
        ["ons"] = new("mass", 0.1m),
        ["kg"] = new("mass", 1),
        ["kilogram"] = new("mass", 1),
        ["kw"] = new("mass", 100),
        ["kuintal"] = new("mass", 100),
        ["ton"] = new("mass", 1_000),
        ["t"] = new("mass", 1_000),
        ["ml"] = new("volume", 0.001m),
        ["l"] = new("volume", 1),
        ["liter"] = new("volume", 1),
        ["m³"] = new("volume", 1_000),
        ["m3"] = new("volume", 1_000),
        ["m²"] = new("area", 1),
        ["m2"] = new("area", 1),
        ["are"] = new("area", 100),
        ["ha"] = new("area", 10_000),
        ["hektare"] = new("area", 10_000),
        ["hektar"] = new("area", 10_000),
        ["km²"] = new("area", 1_000_000),
        ["km2"] = new("area", 1_000_000),
        ["m"] = new("length", 1),
        ["km"] = new("length", 1_000),
        ["hari"] = new("time", 1),
        ["minggu"] = new("time", 7),
        ["pekan"] = new("time", 7),
        ["bulan"] = new("time", 365m / 12),
        ["bln"] = new("time", 365m / 12),
        ["tahun"] = new("time", 365),
        ["th"] = new("time", 365),
        ["thn"] = new("time", 365),
    }.ToFrozenDictionary();

    public static FigureUnit Of(string unit)
    {
        var parts = unit.ToLowerInvariant().Replace(" per ", "/", StringComparison.Ordinal)
            .Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var of = Single(parts.Length > 0 ? parts[0] : "");
        return parts.Length switch
        {
            0 or 1 => of,
            2 => Per(of, Single(parts[1])),
            _ => new(string.Join('/', parts), 1),
        };
    }

    /// <summary>The amount in another unit, rounded to hundredths; null where the two count different things.</summary>
    public static decimal? Convert(decimal amount, string from, string to)
    {
        var (own, other) = (Of(from), Of(to));
        return own.Dimension != other.Dimension ? null : decimal.Round(amount * own.Factor / other.Factor, 2, MidpointRounding.AwayFromZero);
    }

    private static FigureUnit Per(FigureUnit of, FigureUnit per) => new($"{of.Dimension}/{per.Dimension}", of.Factor / per.Factor);

    private static FigureUnit Single(string word) => Known.GetValueOrDefault(word) ?? new(word, 1);
}
