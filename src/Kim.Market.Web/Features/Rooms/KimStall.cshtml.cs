using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Businesses;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/kelola/lapak/{slug}: the people of a stall the KIM looks after; who lost a password is helped back in.</summary>
[For(Desk.Group, What = "Melihat orang di lapak yang didampingi KIM-nya"), PrivatePage]
public sealed class KimStallModel(RoomRows rows, People people, Recoveries recoveries, Invitations invitations, Transfers transfers,
    Approvals approvals, Marketplace market, TimeProvider clock) : RoomPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Member { get; init; }

        public Guid Command { get; init; }

        [Display(Name = "Yang perlu dibenahi")]
        [StringLength(Limits.Note)]
        public string? Note { get; init; }
    }

    public StallRow Stall { get; private set; } = null!;

    public IReadOnlyList<Person> All { get; private set; } = [];

    public bool MayHelp { get; private set; }

    public bool HasOwner => Owned(All);

    public bool Helps => All.Any(person => person.MemberId == Me.Scope && person.Role is nameof(BusinessRole.GoodsHelper) or nameof(BusinessRole.OrderHelper));

    /// <summary>A code that was made a moment ago; the next page view no longer has it.</summary>
    [TempData]
    public string? Code { get; set; }

    private string Address => $"~/kelola/lapak/{Slug}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var mine = await rows.StallOfMyKimAsync(Me, Slug, ct, curates: true);
        if ((mine ?? await rows.StallOfMyKimAsync(Me, Slug, ct)) is not { } stall)
        {
            return NotFound();
        }

        (Stall, MayHelp) = (stall, mine is not null);
        All = await people.OfStallAsync(Me, Slug, ct);
        return Page();
    }

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Membuat tautan kata sandi baru untuk penjual yang didampingi")]
    public async Task<IActionResult> OnPostRecoverAsync(CancellationToken ct) => await rows.StallOfMyKimAsync(Me, Slug, ct, curates: true) is null
        ? NotFound()
        : await RecoverAsync(recoveries, Input.Member, Input.Command, Address, ct);

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Menyetujui usaha yang mendaftar ke KIM-nya")]
    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) =>
        TellAsync(business => approvals.ApproveAsync(business, Me, ct), T["Disetujui. Lapaknya sudah bisa dilihat pembeli."], ct);

    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Meminta usaha dibenahi sebelum disetujui")]
    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) =>
        TellAsync(business => business.Return(Input.Note ?? "", clock.GetUtcNow()), T["Terkirim. Pemiliknya melihat yang perlu dibenahi."], ct);

    /// <summary>A stall whose owner has no account yet gets one.</summary>
    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mengundang pemilik pertama sebuah lapak")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct)
    {
        if (await rows.StallOfMyKimAsync(Me, Slug, ct, curates: true) is not { } stall || Owned(await people.OfStallAsync(Me, Slug, ct)))
        {
            return NotFound();
        }

        return Show(
            "/undangan",
            await invitations.IssueAsync(Me, Desk.Seller, stall.BusinessId, BusinessRole.Owner, null, Input.Command, ct),
            T["Undangan sebagai {0}", T.Of(BusinessRole.Owner)], Address);
    }

    /// <summary>Nobody owns the stall yet: whoever presses sells for whom it belongs to, and every event says so.</summary>
    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mendampingi: berjualan untuk orang yang belum bisa sendiri")]
    public Task<IActionResult> OnPostHelpAsync(CancellationToken ct) => TellAsync(
        business => business.Help(Me.Member!.Value, clock.GetUtcNow()), T["Anda mendampingi lapak ini. Barang dan pesanannya ada di Lapak saya."], ct);

    /// <summary>A code that whom the stall belongs to types on their own telephone.</summary>
    [For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Membuat kode serah terima lapak yang didampingi")]
    public async Task<IActionResult> OnPostCodeAsync(CancellationToken ct)
    {
        if (await rows.StallOfMyKimAsync(Me, Slug, ct, curates: true) is not { } stall)
        {
            return NotFound();
        }

        var (code, refusal) = await transfers.OfferAsync(new(stall.BusinessId), Me, ct);
        if (refusal is null)
        {
            Code = code;
            return LocalRedirect(Url.Content(Address));
        }

        ModelState.AddModelError("", T.Of(refusal));
        (Stall, MayHelp) = (stall, true);
        All = await people.OfStallAsync(Me, Slug, ct);
        return Page();
    }

    private static bool Owned(IEnumerable<Person> people) => people.Any(person => person.Role == nameof(BusinessRole.Owner));

    private Task<IActionResult> TellAsync(Func<Business, Decision<BusinessEvent>> decide, string done, CancellationToken ct) =>
        TellAsync(business => market.TellAsync(business, decide, Me.By(), ct), done, ct);

    private async Task<IActionResult> TellAsync(Func<Id<Business>, Task<Refusal?>> tell, string done, CancellationToken ct)
    {
        if (await rows.StallOfMyKimAsync(Me, Slug, ct, curates: true) is not { } stall)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await AgreedAsync(tell(new(stall.BusinessId))))
        {
            Flash = done;
            return LocalRedirect(Url.Content(Address));
        }

        (Stall, MayHelp) = (stall, true);
        All = await people.OfStallAsync(Me, Slug, ct);
        return Page();
    }
}
