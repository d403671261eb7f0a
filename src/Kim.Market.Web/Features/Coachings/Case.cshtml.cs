using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/dinas/pembinaan/{coaching}: one coaching before its office, with the KIM that are invited to it.</summary>
[For(Desk.Office, What = "Melihat pembinaan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CaseModel(CoachingBook book, CoachingDesk desk, CoachingFeedback feedback, TimeProvider clock) : CasePage
{
    [FromRoute(Name = "coaching")]
    public Guid Id { get; init; }

    /// <summary>A part of the name of a KIM to be invited.</summary>
    [FromQuery(Name = "cari")]
    public string? Search { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownCoaching Known { get; private set; } = null!;

    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];

    public IReadOnlyList<CandidateRow> Candidates { get; private set; } = [];

    /// <summary>What those who came think of it; null while nobody can have come.</summary>
    public Feedback? Feedback { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public override string Here => $"~/dinas/pembinaan/{Id}";

    /// <summary>Whom an invitation means.</summary>
    public enum Whom { Chosen, All, Active, Quiet, Still }

    public sealed class Form
    {
        public Whom Whom { get; init; }

        public Guid[] Groups { get; init; } = [];

        [Display(Name = "Alasannya")]
        [StringLength(Limits.Remark)]
        public string? Reason { get; init; }

        [Display(Name = "Materi")]
        [StringLength(Limits.About)]
        public string? Materials { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = new() { Materials = Known.Materials };
        return Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Mengundang KIM ke pembinaan, menyatakannya terlaksana, dan membatalkannya")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || !MayWrite)
        {
            return NotFound();
        }

        GroupPulse? pulse = Input.Whom switch
        {
            Whom.Active => GroupPulse.Active,
            Whom.Quiet => GroupPulse.Quiet,
            Whom.Still => GroupPulse.Still,
            _ => null,
        };
        var meant = await book.MeantAsync(Me, Id, pulse, Input.Whom == Whom.Chosen ? Input.Groups : null, ct);
        if (meant.Count == 0)
        {
            ModelState.AddModelError("", T["Tidak ada KIM yang dimaksud. Centang namanya, atau pilih kelompok lain."]);
        }

        return ModelState.IsValid && await AgreedAsync(desk.InviteAsync(Id, meant, Me, ct)) ? Done("Diundang. Pengurusnya mendapat kabar.", Here) : Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Mengundang KIM ke pembinaan, menyatakannya terlaksana, dan membatalkannya")]
    public Task<IActionResult> OnPostMaterialsAsync(CancellationToken ct) =>
        TellAsync((known, now) => known.GiveMaterials(Input.Materials ?? "", now), T["Materi tersimpan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mengundang KIM ke pembinaan, menyatakannya terlaksana, dan membatalkannya")]
    public Task<IActionResult> OnPostHoldAsync(CancellationToken ct) =>
        TellAsync((known, now) => known.Hold(now), T["Dicatat sebagai terlaksana."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Mengundang KIM ke pembinaan, menyatakannya terlaksana, dan membatalkannya")]
    public Task<IActionResult> OnPostCancelAsync(CancellationToken ct) =>
        TellAsync((known, now) => known.Cancel(Input.Reason ?? "", now), T["Dibatalkan. KIM yang diundang mendapat kabar."], ct);

    private Task<IActionResult> TellAsync(Func<Coaching, DateTimeOffset, Decision<CoachingEvent>> decide, string done, CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, decide, Me, ct), done, ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindOfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, await book.MayWriteAsync(Me, Id, ct));
        Invitations = await book.InvitationsAsync(Me, Id, ct);
        Candidates = MayWrite && known.State == CoachingStatus.Planned ? await book.CandidatesAsync(Me, Id, Search is { Length: <= Limits.Name } name ? name : "", ct) : [];
        Feedback = known.State != CoachingStatus.Cancelled && known.Terms.Until <= DateFormat.DayIn(Now, known.Zone) ? await feedback.OfAsync(Me, Id, ct) : null;
        return true;
    }
}
