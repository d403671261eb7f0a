using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/dinas/lomba/{contest}: one contest before its office: who is in it, what the asker gives, and who wins.</summary>
[For(Desk.Office, What = "Melihat lomba KIM di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CaseModel(ContestBook book, ContestDesk desk, TimeProvider clock) : CasePage
{
    private const string Writing = "Mengumumkan dan menilai lomba KIM di wilayahnya";

    [FromRoute(Name = "contest")]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownContest Known { get; private set; } = null!;

    public DateTimeOffset Now => clock.GetUtcNow();

    public override string Here => $"~/dinas/lomba/{Id}";

    public sealed class Form
    {
        public Guid Kim { get; init; }

        /// <summary>For each criterion in its order.</summary>
        [MaxLength(ContestTerms.MostCriteria)]
        public int?[] Scores { get; init; } = [];

        [Display(Name = "Alasannya")]
        [StringLength(Limits.Remark)]
        public string? Reason { get; init; }
    }

    /// <summary>What the asker gave, or has just typed.</summary>
    public IEnumerable<int?>? Mine(EnteredRow entry) => entry.Group == Input.Kim ? Input.Scores
        : entry.Given.FirstOrDefault(given => given.Judge == Me.Scope)?.Scores.Select(score => (int?)score);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostScoreAsync(CancellationToken ct) =>
        TellAsync(() => desk.ScoreAsync(Id, Input.Kim, [.. Input.Scores.Select(score => score ?? -1)], Me, ct), T["Nilai tersimpan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostDecideAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, (known, today, now) => known.Decide(today, now), Me, ct), T["Pemenang diumumkan. KIM yang ikut mendapat kabar."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = Writing)]
    public Task<IActionResult> OnPostCallOffAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Id, (known, _, now) => known.CallOff(Input.Reason ?? "", now), Me, ct), T["Lomba dibatalkan."], ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindOfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, await book.MayWriteAsync(Me, Id, ct));
        return true;
    }
}
