using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>/kelola/ulasan: what buyers say at the KIM's stalls; what should not be read by everybody is hidden with a reason.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Menyembunyikan ulasan di lapak KIM-nya dengan alasan, dan menampilkannya lagi"), PrivatePage]
public sealed class KimModel(ReviewBook book) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public Slice<DeskReview> All { get; private set; } = new([], false);

    public sealed class Form
    {
        public Guid Review { get; init; }

        public Guid Command { get; init; }

        public HidingReason Reason { get; init; }

        [Display(Name = "Catatan")]
        [StringLength(Limits.Remark)]
        public string? Note { get; init; }
    }

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public Task<IActionResult> OnPostHideAsync(CancellationToken ct) =>
        TellAsync((known, now) => known.Hide(Input.Reason, Input.Note ?? "", now), T["Disembunyikan. Alasannya terbaca di tempatnya, bintangnya tetap dihitung."], ct);

    public Task<IActionResult> OnPostShowAsync(CancellationToken ct) => TellAsync((known, now) => known.ShowAgain(now), T["Ulasan itu tampil lagi."], ct);

    private async Task<IActionResult> TellAsync(Func<Review, DateTimeOffset, Decision<ReviewEvent>> decide, string done, CancellationToken ct)
    {
        if (await book.FindAsync(Me, Desk.Group, Input.Review, ct) is null)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await AgreedAsync(book.TellAsync(Input.Review, decide, Me.By(Input.Command), ct)))
        {
            Flash = done;
            return LocalRedirect(Url.Content("~/kelola/ulasan"));
        }

        await LookAsync(ct);
        return Page();
    }

    private async Task LookAsync(CancellationToken ct) => All = await book.AtAsync(Me, Desk.Group, After, ct);
}
