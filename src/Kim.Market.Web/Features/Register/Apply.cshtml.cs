using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Register;

/// <summary>/kim/daftar: five answers, and the group's application lies before the office of its region.</summary>
[OpenTo(Audience.Everyone, What = "Mendaftarkan KIM baru"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class ApplyModel(Applications applications, PlaceQuestion places) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    public sealed class Form
    {
        [Display(Name = "Nama KIM")]
        [Required(ErrorMessage = "Tulis nama KIM-nya, contoh KIM Harapan Jaya.")]
        [StringLength(Limits.Name)]
        public string Name { get; init; } = "";

        [Display(Name = "Desa atau kelurahan")]
        [Required(ErrorMessage = "Tulis nama desa atau kelurahannya.")]
        [StringLength(80)]
        public string Village { get; init; } = "";

        /// <summary>The code of the place that was chosen among those of the same name.</summary>
        [StringLength(13)]
        public string? Place { get; init; }

        [Display(Name = "Anggotanya siapa?")]
        [Required(ErrorMessage = "Pilih satu.")]
        [StringLength(20)]
        public string Community { get; init; } = "";

        [Display(Name = "Nama Anda")]
        [Required(ErrorMessage = "Tulis nama Anda, supaya dinas tahu siapa yang mendaftarkan.")]
        [StringLength(Limits.BuyerName)]
        public string Applicant { get; init; } = "";

        [Display(Name = "Nomor WhatsApp")]
        [Required(ErrorMessage = "Tulis nomor WhatsApp Anda, contoh 0812-3456-7890.")]
        [StringLength(40)]
        public string WhatsApp { get; init; } = "";

        public Guid Command { get; set; }
    }

    public void OnGet() => Input.Command = Guid.NewGuid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }

        var number = Check();
        var seat = await SeatAsync(ct);
        var community = Register.Community.Of(Input.Community);
        if (community is null && Input.Community.Length > 0)
        {
            ModelState.AddModelError("Input.Community", T["Pilih satu."]);
        }

        if (!ModelState.IsValid || seat is not { } place || community is null)
        {
            return Page();
        }

        var applied = await applications.ApplyAsync(
            new(Input.Command, Input.Name, place, community, Input.Applicant, number), Me, ct);
        if (applied.Token is { } token)
        {
            Response.Headers.Location = Url.Content($"~/kim/daftar/{token}");
            return StatusCode(StatusCodes.Status303SeeOther);
        }

        ModelState.AddModelError("Input.Name", T.Of(applied.Refusal!));
        return Page();
    }

    private WhatsAppNumber Check()
    {
        if (!WhatsAppNumber.TryParse(Input.WhatsApp, out var number) && !string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            ModelState.AddModelError("Input.WhatsApp", NumberAdvice.For(Input.WhatsApp, T));
        }

        return number;
    }

    /// <summary>The place that is meant; null, with a word at the field, when that is not clear yet.</summary>
    private async Task<RegionCode?> SeatAsync(CancellationToken ct)
    {
        var (place, meant, advice) = await places.AskAsync(Input.Village, Input.Place, isVillage: false, T, ct);
        if (advice is not null)
        {
            ModelState.AddModelError("Input.Village", advice);
        }

        Meant = meant;
        return place;
    }
}
