using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/dinas/pembinaan/{coaching}/hadir: the code of the day, who came, and what is put right afterwards.</summary>
[For(Desk.Office, What = "Melihat KIM dan usaha yang hadir di pembinaan wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class AttendedModel(CoachingBook coachings, AttendanceBook book, AttendanceDesk desk, AttendanceCodes codes) : CasePage
{
    [FromRoute(Name = "coaching")]
    public Guid Id { get; init; }

    /// <summary>The KIM whose people are to be counted.</summary>
    [FromQuery(Name = "kim")]
    public Guid? Counted { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public KnownCoaching Known { get; private set; } = null!;

    public IReadOnlyList<AttendedRow> All { get; private set; } = [];

    public IReadOnlyList<InvitationRow> Invited { get; private set; } = [];

    /// <summary>The KIM that was chosen, and its businesses.</summary>
    public IReadOnlyList<ComesAs> Countable { get; private set; } = [];

    /// <summary>The six digits of today, for those who may show them; null on another day.</summary>
    public string? Code { get; private set; }

    public override string Here => $"~/dinas/pembinaan/{Id}/hadir";

    public string Address => $"{PageAddress.SiteOf(HttpContext)}/hadir/{Code}";

    public sealed class Form
    {
        public Guid Attendance { get; init; }

        /// <summary>The KIM or the business whose people are counted.</summary>
        public Guid Who { get; init; }

        [Display(Name = "Berapa orang")]
        public int? People { get; init; }

        [Display(Name = "Perempuan")]
        public int? Women { get; init; }

        [Display(Name = "Laki-laki")]
        public int? Men { get; init; }

        [Display(Name = "Alasannya")]
        [StringLength(Limits.Remark)]
        public string? Reason { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat dan membetulkan kehadiran di pembinaan")]
    public Task<IActionResult> OnPostCountAsync(CancellationToken ct) => TellAsync(
        () => desk.CountAsync(
            Id, Countable.First(who => who.Scope == Input.Who), new(Input.People ?? 0, Input.Women, Input.Men, Input.Reason ?? ""), Me, ct),
        T["Kehadiran tercatat."], ct, () => Countable.Any(who => who.Scope == Input.Who));

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat dan membetulkan kehadiran di pembinaan")]
    public Task<IActionResult> OnPostStrikeAsync(CancellationToken ct) => TellAsync(
        () => desk.StrikeAsync(Input.Attendance, Input.Reason ?? "", Me, ct), T["Dicoret. Angkanya ikut berubah, alasannya tetap terbaca."], ct, IsListed);

    [For(Desk.Office, OfficeRole.Officer, What = "Mencatat dan membetulkan kehadiran di pembinaan")]
    public Task<IActionResult> OnPostAgainAsync(CancellationToken ct) => TellAsync(
        () => desk.CountAgainAsync(Input.Attendance, Input.Reason ?? "", Me, ct), T["Dihitung lagi. Alasannya tetap terbaca."], ct, IsListed);

    private bool IsListed() => All.Any(row => row.AttendanceId == Input.Attendance);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await coachings.FindOfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, await coachings.MayWriteAsync(Me, Id, ct));
        All = await book.OfAsync(Me, Id, ct);
        Invited = await coachings.InvitationsAsync(Me, Id, ct);
        Code = MayWrite ? await codes.TodayAsync(known, ct) : null;
        Countable = MayWrite && Counted is { } kim ? await book.CountableAsync(Me, Id, kim, ct) : [];
        return true;
    }
}
