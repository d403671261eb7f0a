using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>One number with its unit, year and source, as it is typed.</summary>
public sealed class FigureFields
{
    [Display(Name = "Apa yang dihitung")]
    [StringLength(Figure.LongestName)]
    public string? Name { get; init; }

    [Display(Name = "Angka")]
    [StringLength(24)]
    public string? Amount { get; init; }

    [Display(Name = "Satuan")]
    [StringLength(Limits.Unit)]
    public string? Unit { get; init; }

    [Display(Name = "Tahun")]
    [StringLength(4)]
    public string? Year { get; init; }

    [Display(Name = "Sumber")]
    [StringLength(Limits.Name)]
    public string? Source { get; init; }

    [Display(Name = "Berlaku sampai")]
    public DateOnly? ValidUntil { get; init; }

    public bool IsEmpty => ValidUntil is null && new[] { Name, Amount, Unit, Year, Source }.All(string.IsNullOrWhiteSpace);

    public static FigureFields Of(Figure figure) => new()
    {
        Name = figure.Name,
        Amount = NumberFormat.Exact(figure.Amount),
        Unit = figure.Unit,
        Year = figure.Year.ToString(CultureInfo.InvariantCulture),
        Source = figure.Source,
        ValidUntil = figure.ValidUntil,
    };

    /// <summary>What is missing, by field.</summary>
    public IEnumerable<(string Field, string Problem)> Problems(Words words)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return (nameof(Name), words["Tulis apa yang dihitung, contoh: Produksi kerupuk."]);
        }

        if (!DecimalInput.TryParse(Amount, out _))
        {
            yield return (nameof(Amount), words["Tulis angkanya, contoh: 2.318 atau 1,9."]);
        }

        if (string.IsNullOrWhiteSpace(Unit))
        {
            yield return (nameof(Unit), words["Tulis satuannya, contoh: ton/bulan."]);
        }

        if (YearOf(Year) is null)
        {
            yield return (nameof(Year), words["Tulis tahunnya, contoh: 2025."]);
        }

        if (string.IsNullOrWhiteSpace(Source))
        {
            yield return (nameof(Source), words["Tulis siapa yang menghitung, contoh: Profil desa."]);
        }
    }

    /// <summary>What cannot be read becomes what the domain refuses.</summary>
    public Figure Read() => new(
        Name ?? "", DecimalInput.TryParse(Amount, out var amount) ? amount : -1, Unit ?? "", YearOf(Year) ?? 0, Source ?? "", ValidUntil);

    private static int? YearOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 999 and < 10_000 ? year : null;
}
