using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/dinas/kim/{slug}/orang: the people around a KIM of the region; an officer helps back in whoever lost a password.</summary>
[For(Desk.Office, What = "Melihat pengurus dan penjual sebuah KIM di wilayahnya"), PrivatePage]
public sealed class OfficeKimModel(RoomRows rows, People people, Recoveries recoveries, Invitations invitations) : RoomPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Member { get; init; }

        public Guid Command { get; init; }
    }

    public KimRow Kim { get; private set; } = null!;

    public Slice<Person> All { get; private set; } = new([], false);

    public bool MayHelp { get; private set; }

    private string Address => $"~/dinas/kim/{Slug}/orang";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = await rows.KimInRegionAsync(Me, Slug, ct, decides: true);
        if ((mine ?? await rows.KimInRegionAsync(Me, Slug, ct)) is not { } kim)
        {
            return NotFound();
        }

        (Kim, MayHelp) = (kim, mine is not null);
        All = Slice<Person>.Of(await people.AroundGroupAsync(Me, Slug, PersonKey.Parse(After), ct), People.Most);
        return Page();
    }

    [For(Desk.Office, OfficeRole.Officer, What = "Membuat tautan kata sandi baru untuk pengurus KIM dan penjual di wilayahnya")]
    public async Task<IActionResult> OnPostRecoverAsync(CancellationToken ct) => await rows.KimInRegionAsync(Me, Slug, ct, decides: true) is null
        ? NotFound()
        : await RecoverAsync(recoveries, Input.Member, Input.Command, Address, ct);

    /// <summary>A KIM that nobody leads gets a chair; one that has its chair invites for itself.</summary>
    [For(Desk.Office, OfficeRole.Officer, What = "Mengundang ketua pertama sebuah KIM")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) => await rows.KimInRegionAsync(Me, Slug, ct, decides: true) is { Chairs: 0 } kim
        ? Show(
            "/undangan",
            await invitations.IssueAsync(Me, Desk.Group, kim.GroupId, GroupRole.Chair, null, Input.Command, ct),
            T["Undangan sebagai {0}", T.Of(GroupRole.Chair)], Address)
        : NotFound();
}
