using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Holidays;

/// <summary>/operator/libur: the days on which no clock of three working days runs.</summary>
[For(Desk.Operator, What = "Mengatur hari libur yang dipakai tenggat hari kerja"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OperatorModel(WorkCalendar calendar, Marketplace marketplace, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "tahun")]
    public int? Asked { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Tanggal")]
        public DateOnly? Day { get; init; }

        [Display(Name = "Nama hari libur")]
        [StringLength(Limits.Name)]
        public string? Name { get; init; }
    }

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    public int Year => Math.Clamp(Asked ?? Today.Year, Today.Year - 1, Today.Year + 2);

    public IReadOnlyList<Holiday> Holidays { get; private set; } = [];

    /// <summary>Nobody has said yet when the holidays that move are in that year.</summary>
    public bool IsUnsettled => Holidays.All(holiday => holiday.Name is null);

    public async Task OnGetAsync(CancellationToken ct) => Holidays = await calendar.OfYearAsync(Year, ct);

    public async Task<IActionResult> OnPostNameAsync(CancellationToken ct)
    {
        if (Input.Day is not { } day)
        {
            ModelState.AddModelError("Input.Day", T["Pilih tanggalnya."]);
        }
        else if (ModelState.IsValid && await AgreedAsync(marketplace.TellAsync<Installation, InstallationEvent>(
            Installation.Id, known => known.NameHoliday(day, Input.Name ?? "", WorkCalendar.SettledName(day), clock.GetUtcNow()), Me.By(), ct)))
        {
            return Done("Tersimpan. Tenggat yang dihitung mulai sekarang memakainya.", $"~/operator/libur?tahun={day.Year}");
        }

        await OnGetAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostLiftAsync(CancellationToken ct)
    {
        if (Input.Day is { } day && await AgreedAsync(marketplace.TellAsync<Installation, InstallationEvent>(
            Installation.Id, known => known.LiftHoliday(day, WorkCalendar.SettledName(day), clock.GetUtcNow()), Me.By(), ct)))
        {
            return Done("Hari itu sekarang hari kerja.", $"~/operator/libur?tahun={day.Year}");
        }

        await OnGetAsync(ct);
        return Page();
    }
}
