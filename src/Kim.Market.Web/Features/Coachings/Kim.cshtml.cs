using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/kelola/{slug}/pembinaan: to what a KIM is invited, and what it said.</summary>
[For(Desk.Group, What = "Melihat undangan pembinaan untuk KIM-nya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class KimModel(Standing standing, RoomRows rows, CoachingBook book, CoachingDesk desk, TimeProvider clock) : MarketPage
{
    [FromRoute(Name = "slug")]
    public string Address { get; init; } = "";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public KimRow Kim { get; private set; } = null!;

    /// <summary>Whether the asker answers for the KIM.</summary>
    public bool MayAnswer { get; private set; }

    public Slice<KnownCoaching> All { get; private set; } = new([], false);

    public DateTimeOffset Now => clock.GetUtcNow();

    public sealed class Form
    {
        public Guid Coaching { get; init; }

        [Display(Name = "Berapa orang")]
        public int? People { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Menjawab undangan pembinaan untuk KIM-nya")]
    public Task<IActionResult> OnPostComeAsync(CancellationToken ct) => AnswerAsync(Input.People is > 0 and var people ? people : null, T["Terkirim: KIM datang."], ct);

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Menjawab undangan pembinaan untuk KIM-nya")]
    public Task<IActionResult> OnPostStayAsync(CancellationToken ct) => AnswerAsync(0, T["Terkirim: KIM tidak bisa datang."], ct);

    private async Task<IActionResult> AnswerAsync(int? people, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct) || !await book.IsInvitedAsync(Me, Kim.GroupId, Input.Coaching, ct))
        {
            return NotFound();
        }

        if (people is null)
        {
            ModelState.AddModelError("", T["Tulis berapa orang yang datang."]);
        }

        if (!ModelState.IsValid || !await AgreedAsync(desk.AnswerAsync(Input.Coaching, Kim.GroupId, people!.Value, Me, ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/kelola/{Kim.Slug}/pembinaan"));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Slug.IsValid(Address) || await rows.MyKimAsync(Me, Address, ct) is not { } kim)
        {
            return false;
        }

        (Kim, MayAnswer) = (kim, standing.Holds(Desk.Group, kim.GroupId, GroupRole.Chair, GroupRole.Curator));
        All = await book.OfKimAsync(Me, kim.GroupId, CoachingKey.Read(After), ct);
        return true;
    }
}
