using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Villages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Villages;

/// <summary>/dinas/desa/{kode}: an officer records what others have settled of a village, year by year.</summary>
[For(Desk.Office, What = "Melihat status desa yang dicatat di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class RecordModel(VillageRecords records) : MarketPage
{
    [FromRoute(Name = "kode")]
    public string Code { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public OfficeVillage Village { get; private set; } = null!;

    public bool MayHaveIndex => Village.Region.Kind != RegionKind.UrbanVillage;

    public sealed class Form
    {
        [Display(Name = "Status")]
        public VillageStatus? Status { get; init; }

        [Display(Name = "Skor")]
        [StringLength(8)]
        public string? Score { get; init; }

        [Display(Name = "Kelas")]
        public TourismClass? Class { get; init; }

        [Display(Name = "Tahun")]
        [StringLength(4)]
        public string? Year { get; init; }

        [Display(Name = "Sumber")]
        [StringLength(Limits.Name)]
        public string? Source { get; init; }

        /// <summary>What cannot be read becomes what the domain refuses.</summary>
        public int YearOrNone => int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;

        /// <summary>What cannot be read becomes what the domain refuses.</summary>
        public decimal? ScoreOrNone => string.IsNullOrWhiteSpace(Score) ? null
            : decimal.TryParse(Score.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) ? score
            : -1;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat Indeks Desa dan kelas desa wisata di wilayahnya")]
    public Task<IActionResult> OnPostIndexAsync(CancellationToken ct) => TellAsync(
        (known, village, office, now) => Input.Status is { } status
            ? VillageRecord.RecordIndex(known, village, new(status, Input.ScoreOrNone, Input.YearOrNone, Input.Source ?? ""), office, now)
            : VillageRefusals.Status,
        T["Indeks tercatat dan tampil di halaman desa."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat Indeks Desa dan kelas desa wisata di wilayahnya")]
    public Task<IActionResult> OnPostClassAsync(CancellationToken ct) => TellAsync(
        (known, village, office, now) => Input.Class is { } rung
            ? VillageRecord.RecordClass(known, village, new(rung, Input.YearOrNone, Input.Source ?? ""), office, now)
            : VillageRefusals.Class,
        T["Kelas tercatat dan tampil di halaman desa."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat Indeks Desa dan kelas desa wisata di wilayahnya")]
    public Task<IActionResult> OnPostStrikeIndexAsync(CancellationToken ct) =>
        TellAsync((known, _, office, now) => known?.StrikeIndex(Input.YearOrNone, office, now) ?? [], T["Dicoret. Jejaknya tetap ada."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat Indeks Desa dan kelas desa wisata di wilayahnya")]
    public Task<IActionResult> OnPostStrikeClassAsync(CancellationToken ct) =>
        TellAsync((known, _, office, now) => known?.StrikeClass(Input.YearOrNone, office, now) ?? [], T["Dicoret. Jejaknya tetap ada."], ct);

    private async Task<IActionResult> TellAsync(
        Func<VillageRecord?, RegionCode, Id<Office>, DateTimeOffset, Decision<VillageEvent>> decide, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct) || await records.OfficeOfAsync(Me, Village.Region, ct) is not { } office)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(records.TellAsync(Village.Region, (known, now) => decide(known, Village.Region, office, now), Me, ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/dinas/desa/{Village.Code}"));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!RegionCode.TryParse(Code, null, out var code) || await records.FindAsync(Me, code, ct) is not { } village)
        {
            return false;
        }

        Village = village;
        return true;
    }
}
