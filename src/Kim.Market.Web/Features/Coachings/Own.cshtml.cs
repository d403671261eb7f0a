using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/akun/pembinaan: where somebody was, the certificates they made of it, and what they think of it.</summary>
[ForMembers(What = "Membuat sertifikat kehadirannya sendiri, menghapus namanya darinya, dan memberi umpan balik"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OwnModel(
    CoachingCertificates certificates, CoachingFeedback feedback, CertificatePaper paper, IConfiguration settings, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<OwnAttendance> All { get; private set; } = [];

    /// <summary>Names on certificates, by attendance.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Their sentences that are still kept, by the ids under which the vault keeps them.</summary>
    public IReadOnlyDictionary<Guid, string> Sentences { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>The attendance of which something was said that was not taken: its form keeps what was typed.</summary>
    public Guid? Refused { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public sealed class Form
    {
        public Guid Attendance { get; init; }

        [Display(Name = "Nama di sertifikat")]
        [StringLength(Limits.BuyerName)]
        public string? Name { get; init; }

        public int Clear { get; init; }

        public int Useful { get; init; }

        public int Usable { get; init; }

        [Display(Name = "Satu kalimat untuk dinas")]
        [StringLength(Limits.Remark)]
        public string? Words { get; init; }
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

    public async Task<IActionResult> OnPostRateAsync(CancellationToken ct)
    {
        if (await certificates.FindAsync(Me, Input.Attendance, ct) is not { } own)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(feedback.GiveAsync(own, new(Input.Clear, Input.Useful, Input.Usable), Input.Words ?? "", Me, ct)))
        {
            Refused = own.AttendanceId;
            await LookAsync(ct);
            return Page();
        }

        return Done("Terima kasih. Dinas membaca rata-ratanya, tanpa nama.", "~/akun/pembinaan");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await certificates.FindAsync(Me, Input.Attendance, ct) is not { } own)
        {
            return NotFound();
        }

        await feedback.TakeBackAsync(own, ct);
        return Done("Kalimat Anda dihapus.", "~/akun/pembinaan");
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
        Sentences = await feedback.WordsAsync([.. All.Select(own => own.Words).OfType<Guid>()], ct);
    }
}
