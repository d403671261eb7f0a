using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>What a writer fills in. A journey counts as said when one of its fields is; so does what looks for a partner.</summary>
public class PotentialForm
{
    [Display(Name = "Jenis potensi")]
    public PotentialKind Kind { get; init; }

    [Display(Name = "Judul")]
    [Required(ErrorMessage = "Tulis judulnya, contoh: Kerupuk ikan dari titian ulin.")]
    [StringLength(Limits.Name)]
    public string Title { get; init; } = "";

    [Display(Name = "Ceritakan potensinya")]
    [Required(ErrorMessage = "Tulis apa yang ada di desa, dua kalimat sudah cukup.")]
    [StringLength(Limits.About)]
    public string Text { get; init; } = "";

    public int[] Months { get; init; } = [];

    [MaxLength(Limits.PotentialFigures)]
    public FigureFields[] Figures { get; set; } = [];

    [Display(Name = "Jenis daya tarik")]
    public AttractionKind Attraction { get; init; }

    [Display(Name = "Jalan ke sana")]
    [StringLength(Limits.Place)]
    public string? Route { get; init; }

    [Display(Name = "Harga masuk")]
    public Rupiah? Ticket { get; init; }

    [Display(Name = "Fasilitas")]
    [StringLength(Limits.Place)]
    public string? Facilities { get; init; }

    [Display(Name = "Menginap")]
    [StringLength(Limits.Place)]
    public string? Lodging { get; init; }

    [Display(Name = "Sinyal")]
    [StringLength(Limits.Place)]
    public string? Signal { get; init; }

    [Display(Name = "Jam buka")]
    [StringLength(Limits.Place)]
    public string? Hours { get; init; }

    [Display(Name = "Titik peta")]
    [StringLength(60)]
    public string? Spot { get; init; }

    [Display(Name = "Yang dicari")]
    [StringLength(Limits.Note)]
    public string? Need { get; init; }

    [Display(Name = "Perkiraan nilai, dari")]
    public Rupiah? From { get; init; }

    [Display(Name = "Perkiraan nilai, sampai")]
    public Rupiah? To { get; init; }

    [Display(Name = "Lahan")]
    [StringLength(Limits.Place)]
    public string? Land { get; init; }

    [Display(Name = "Kesiapan")]
    public Readiness Readiness { get; init; }

    public bool SaysVisit => Ticket is not null || new[] { Route, Facilities, Lodging, Signal, Hours, Spot }.Any(text => !string.IsNullOrWhiteSpace(text));

    public bool SaysOpportunity => From is not null || To is not null || new[] { Need, Land }.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Two empty lines stand below what is filled in, as long as there is room.</summary>
    public void MakeRoom()
    {
        var filled = Figures.Where(figure => !figure.IsEmpty).ToArray();
        Figures = [.. filled, .. Enumerable.Range(0, Math.Min(2, Limits.PotentialFigures - filled.Length)).Select(_ => new FigureFields())];
    }

    public PotentialSheet Sheet() => new(
        Kind, Title, Text, [.. Figures.Where(figure => !figure.IsEmpty).Select(figure => figure.Read())], Months,
        SaysVisit ? new(Attraction, Route ?? "", Ticket, Facilities ?? "", Lodging ?? "", Signal ?? "", Hours ?? "", Coordinate.TryParse(Spot, out var spot) ? spot : null) : null,
        SaysOpportunity ? new(Need ?? "", From, To, Land ?? "", Readiness) : null);

    /// <summary>Says at its field what a figure lacks: the whole would only say that one of them does.</summary>
    public void Check(ModelStateDictionary state, Words words)
    {
        for (var i = 0; i < Figures.Length; i++)
        {
            foreach (var (field, problem) in Figures[i].IsEmpty ? [] : Figures[i].Problems(words))
            {
                state.AddModelError($"Input.Figures[{i}].{field}", problem);
            }
        }

        if (SaysVisit && string.IsNullOrWhiteSpace(Route))
        {
            state.AddModelError("Input.Route", words["Tulis jalannya, contoh: ketinting dari Kota Bangun 1 jam, Rp50.000 per orang."]);
        }

        if (!string.IsNullOrWhiteSpace(Spot) && !Coordinate.TryParse(Spot, out _))
        {
            state.AddModelError("Input.Spot", words["Tulis lintang dan bujur seperti di aplikasi peta, contoh: -0.50123, 116.12345."]);
        }

        if (SaysOpportunity && string.IsNullOrWhiteSpace(Need))
        {
            state.AddModelError("Input.Need", words["Tulis apa yang dicari dan untuk apa."]);
        }
    }

    protected static T Filled<T>(PotentialSheet sheet)
        where T : PotentialForm, new() => new()
        {
            Kind = sheet.Kind,
            Title = sheet.Title,
            Text = sheet.Text,
            Months = sheet.Months,
            Figures = [.. sheet.Figures.Select(FigureFields.Of)],
            Attraction = sheet.Visit?.Kind ?? default,
            Route = sheet.Visit?.Route,
            Ticket = sheet.Visit?.Ticket,
            Facilities = sheet.Visit?.Facilities,
            Lodging = sheet.Visit?.Lodging,
            Signal = sheet.Visit?.Signal,
            Hours = sheet.Visit?.Hours,
            Spot = sheet.Visit?.Spot?.ToString(),
            Need = sheet.Opportunity?.Need,
            From = sheet.Opportunity?.From,
            To = sheet.Opportunity?.To,
            Land = sheet.Opportunity?.Land,
            Readiness = sheet.Opportunity?.Readiness ?? default,
        };
}
