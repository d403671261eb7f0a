using System.Globalization;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Listings.Csv;

/// <summary>
/// The columns that say on which terms a product can be had. A table without one of them leaves that as it is; what has
/// no column (capacity, cut-off, deposit) stays in any case.
/// </summary>
public sealed class TermsCells(Words words)
{
    private static readonly Dictionary<string, Supply> Supplies = new(StringComparer.OrdinalIgnoreCase)
    {
        ["siap"] = Supply.Ready,
        ["dibuat"] = Supply.MadeToOrder,
        ["musiman"] = Supply.Seasonal,
        ["diminta"] = Supply.OnRequest,
    };

    private static readonly Dictionary<string, HalalStatement> Statements = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = HalalStatement.NotStated,
        ["bahan halal"] = HalalStatement.HalalIngredients,
        ["tidak halal"] = HalalStatement.NotHalal,
    };

    public static IReadOnlyList<string> Columns { get; } = ["minimal", "ketersediaan", "lama_hari", "musim", "kehalalan"];

    public static IEnumerable<string> Write(Terms terms) =>
    [
        Text(terms.Minimum),
        Supplies.First(known => known.Value == terms.Supply).Key,
        terms.Making is { } making ? Text(making.LeadDays) : "",
        terms.Season is { } season ? $"{Text(season.From)} sampai {Text(season.Until)}" : "",
        Statements.First(known => known.Value == terms.Halal).Key,
    ];

    /// <param name="cell">What stands in a column; null where the table has no such column.</param>
    /// <param name="reasons">What is wrong goes here.</param>
    /// <returns>What the row makes of the terms there are.</returns>
    public Func<Terms, Terms> Read(Func<string, string?> cell, ICollection<string> reasons)
    {
        var minimum = cell("minimal") is { Length: > 0 } few ? Whole("minimal", few, reasons) : cell("minimal") is null ? null : 1;
        var lead = cell("lama_hari") is { Length: > 0 } days ? Whole("lama_hari", days, reasons) : null;
        var supply = Known("ketersediaan", cell("ketersediaan") is "" ? "siap" : cell("ketersediaan"), Supplies, reasons);
        var halal = Known("kehalalan", cell("kehalalan"), Statements, reasons);
        var season = cell("musim") is { Length: > 0 } months ? SeasonOf(months, reasons) : null;

        var wrong = (Terms.Ordinary with
        {
            Minimum = minimum ?? 1,
            Supply = supply ?? Supply.Ready,
            Making = lead is { } asked ? new(asked, null, CapacityPer.Day, null, "") : new(1, null, CapacityPer.Day, null, ""),
            Season = season ?? new(new(1, 1), new(1, 1)),
        }).Check();
        if (wrong is not null && reasons.Count == 0)
        {
            reasons.Add(words.Of(wrong));
        }

        if (supply == Supply.Seasonal && season is null && reasons.Count == 0)
        {
            reasons.Add(words.Of(ProductRefusals.BadSeason));
        }

        return known => (known with
        {
            Minimum = minimum ?? known.Minimum,
            Halal = halal ?? known.Halal,
            Supply = supply ?? known.Supply,
            Season = season ?? known.Season,
            Making = lead is { } asked ? (known.Making ?? new(asked, null, CapacityPer.Day, null, "")) with { LeadDays = asked }
                : known.Making ?? new(1, null, CapacityPer.Day, null, ""),
        }).Trim();
    }

    private T? Known<T>(string column, string? typed, Dictionary<string, T> known, ICollection<string> reasons) where T : struct
    {
        if (typed is null || known.TryGetValue(typed, out var meant))
        {
            return typed is null ? null : known[typed];
        }

        reasons.Add(words["Kolom {0} berisi “{1}”. Pilihannya: {2}.", column, typed, string.Join(", ", known.Keys.Where(key => key.Length > 0))]);
        return null;
    }

    private int? Whole(string column, string typed, ICollection<string> reasons)
    {
        if (int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        reasons.Add(words["Kolom {0} berisi “{1}”. Tulis angka saja.", column, typed]);
        return null;
    }

    private Season? SeasonOf(string typed, ICollection<string> reasons)
    {
        var days = typed.Split(" sampai ", StringSplitOptions.TrimEntries);
        if (days.Length == 2 && DayOf(days[0]) is { } from && DayOf(days[1]) is { } until && new Season(from, until) is var season && season.IsReal())
        {
            return season;
        }

        reasons.Add(words["Musim “{0}” tidak terbaca. Tulis tanggal dan bulan, contoh 3-5 sampai 31-7.", typed]);
        return null;
    }

    private static YearDay? DayOf(string typed) =>
        typed.Split('-', '/') is [var day, var month]
        && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
            ? new(which, number)
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(YearDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}-{day.Month}");
}
