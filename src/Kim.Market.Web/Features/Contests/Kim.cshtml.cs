using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/kelola/{slug}/lomba: contests for a KIM, and what it enters them with.</summary>
[For(Desk.Group, What = "Melihat lomba untuk KIM-nya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class KimModel(Standing standing, RoomRows rows, ContestBook book, ContestDesk desk, TimeProvider clock) : MarketPage
{
    [FromRoute(Name = "slug")]
    public string Address { get; init; } = "";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public KimRow Kim { get; private set; } = null!;

    /// <summary>Whether the asker speaks for the KIM.</summary>
    public bool MayEnter { get; private set; }

    public Slice<KnownContest> All { get; private set; } = new([], false);

    public DateTimeOffset Now => clock.GetUtcNow();

    public sealed class Form
    {
        public Guid Contest { get; init; }

        [StringLength(Limits.Name)]
        public string? Title { get; init; }

        [StringLength(ContestEntry.LongestText)]
        public string? Text { get; init; }

        [StringLength(Limits.Place)]
        public string? Address { get; init; }
    }

    /// <summary>What stands in the form: just typed, or entered before.</summary>
    public Form Typed(KnownContest contest) => Input.Contest == contest.ContestId ? Input
        : contest.EntryOf(Kim.GroupId) is { } entry ? new() { Title = entry.Title, Text = entry.Text, Address = entry.Address }
        : new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mengikutkan KIM-nya dalam lomba")]
    public Task<IActionResult> OnPostEnterAsync(CancellationToken ct) =>
        TellAsync(() => desk.EnterAsync(Input.Contest, Kim.GroupId, Input.Title ?? "", Input.Text ?? "", Input.Address ?? "", Me, ct), T["KIM ikut. Karyanya bisa diubah sampai hari terakhir."], ct);

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mengikutkan KIM-nya dalam lomba")]
    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        TellAsync(() => desk.TellAsync(Input.Contest, (known, today, now) => known.Withdraw(new Id<Group>(Kim.GroupId), today, now), Me, ct), T["Karya ditarik."], ct);

    private async Task<IActionResult> TellAsync(Func<Task<Refusal?>> tell, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct) || !MayEnter || await book.FindAsync(Input.Contest, ct) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(tell()))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/kelola/{Kim.Slug}/lomba"));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Slug.IsValid(Address) || await rows.MyKimAsync(Me, Address, ct) is not { } kim)
        {
            return false;
        }

        (Kim, MayEnter) = (kim, standing.Holds(Desk.Group, kim.GroupId, GroupRole.Chair, GroupRole.Curator));
        All = await book.OfKimAsync(Me, kim.GroupId, ContestKey.Read(After), ct);
        return true;
    }
}
