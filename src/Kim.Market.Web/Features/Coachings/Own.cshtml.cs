using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/akun/pembinaan: where somebody was, and the certificates they made of it.</summary>
[ForMembers(What = "Membuat sertifikat kehadirannya sendiri, dan menghapus namanya darinya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OwnModel(CoachingCertificates certificates, CertificatePaper paper, IConfiguration settings) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<OwnAttendance> All { get; private set; } = [];

    /// <summary>Names on certificates, by attendance.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public sealed class Form
    {
        public Guid Attendance { get; init; }

        [Display(Name = "Nama di sertifikat")]
        [StringLength(Limits.BuyerName)]
        public string? Name { get; init; }
    }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnGetPdfAsync([FromQuery(Name = "hadir")] Guid attendance, CancellationToken ct)
    {
        if (await certificates.FindAsync(Me, attendance, ct) is not { Code: { } code } own || await certificates.NameOfAsync(attendance, ct) is not { } name)
        {
            return NotFound();
        }

        return own.Struck
            ? LocalRedirect(Url.Content($"~/periksa/{code}"))
            : File(paper.Print(own, name, settings["PublicUrl"]?.TrimEnd('/') ?? PageAddress.SiteOf(HttpContext)), "application/pdf", $"sertifikat-{code}.pdf");
    }

    public async Task<IActionResult> OnPostIssueAsync(CancellationToken ct)
    {
        if (await certificates.FindAsync(Me, Input.Attendance, ct) is not { } own)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(certificates.IssueAsync(own, Input.Name ?? "", Me, ct)))
        {
            await LookAsync(ct);
            return Page();
        }

        return Done("Sertifikat siap diunduh.", "~/akun/pembinaan");
    }

    public async Task<IActionResult> OnPostForgetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await certificates.FindAsync(Me, Input.Attendance, ct) is not { } own)
        {
            return NotFound();
        }

        await certificates.ForgetAsync(own, ct);
        return Done("Nama Anda dihapus dari sertifikat itu.", "~/akun/pembinaan");
    }

    private async Task LookAsync(CancellationToken ct)
    {
        All = await certificates.OfAsync(Me, ct);
        var names = new Dictionary<Guid, string>();
        foreach (var own in All.Where(own => own.Code is not null))
        {
            if (await certificates.NameOfAsync(own.AttendanceId, ct) is { } name)
            {
                names[own.AttendanceId] = name;
            }
        }

        Names = names;
    }
}
