using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Offices;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>/dinas/sertifikat: an officer compares what sellers state with their papers; what fits becomes a badge.</summary>
[For(Desk.Office, What = "Melihat sertifikat usaha di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Certificates certificates, CertificateDesk desk, TimeProvider clock) : MarketPage
{
    /// <summary>"berlaku" for those that were checked; anything else for those that wait.</summary>
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Certificate { get; init; }

        [Display(Name = "Sebab")]
        [StringLength(Limits.Note)]
        public string? Reason { get; init; }
    }

    public bool IsChecked => Asked == "berlaku";

    public Slice<OfficeCertificate> All { get; private set; } = new([], false);

    public DateTimeOffset Now => clock.GetUtcNow();

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencocokkan sertifikat dengan dokumennya, dan mencabut lencana")]
    public Task<IActionResult> OnPostVerifyAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Verify(office, now), T["Cocok. Lencananya tampil mulai sekarang."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencocokkan sertifikat dengan dokumennya, dan mencabut lencana")]
    public Task<IActionResult> OnPostRefuseAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Refuse(office, Input.Reason ?? "", now), T["Ditolak. Penjual membaca sebabnya."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencocokkan sertifikat dengan dokumennya, dan mencabut lencana")]
    public Task<IActionResult> OnPostRevokeAsync(CancellationToken ct) =>
        DecideAsync((known, office, now) => known.Revoke(office, Input.Reason ?? "", now), T["Lencana dicabut. Sebabnya tertulis di lapak."], ct);

    private async Task<IActionResult> DecideAsync(
        Func<Certificate, Id<Office>, DateTimeOffset, Decision<CertificateEvent>> decide, string done, CancellationToken ct)
    {
        if (await certificates.OfficeOfAsync(Me, Input.Certificate, ct) is not { } office)
        {
            return NotFound();
        }

        if (ModelState.IsValid
            && await AgreedAsync(desk.TellAsync(new(Input.Certificate), (known, now) => decide(known, new(office), now), Me, ct)))
        {
            Flash = done;
            return LocalRedirect(Url.Content("~/dinas/sertifikat" + (IsChecked ? "?keadaan=berlaku" : "")));
        }

        await LookAsync(ct);
        return Page();
    }

    private async Task LookAsync(CancellationToken ct) => All = Slice<OfficeCertificate>.Of(
        await certificates.OfRegionAsync(Me, IsChecked ? CertificateStatus.Verified : CertificateStatus.Stated, CertificateKey.Read(After), ct),
        Certificates.PageSize);
}
