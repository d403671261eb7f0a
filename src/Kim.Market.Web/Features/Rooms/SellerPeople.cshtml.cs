using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/lapak/orang: who works at a stall; owners invite, let go and hand over, everybody may leave.</summary>
[For(Desk.Seller, What = "Melihat siapa yang bekerja di lapaknya, dan berhenti dari sana"), PrivatePage]
public sealed class SellerPeopleModel(People people, Invitations invitations, Standing standing, Marketplace marketplace, TimeProvider clock) : RoomPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Business { get; init; }

        public Guid Member { get; init; }

        public BusinessRole Role { get; init; } = BusinessRole.Staff;

        public Guid Command { get; init; }
    }

    public Membership Here { get; private set; } = null!;

    public IReadOnlyList<Person> All { get; private set; } = [];

    public bool IsOwner => standing.Holds(Desk.Seller, Here.Scope, BusinessRole.Owner);

    public Guid Myself => Me.Scope;

    private string Address => $"~/lapak/orang?di={Input.Business:N}";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(At, ct);

    [For(Desk.Seller, BusinessRole.Owner, What = "Mengundang orang ke lapaknya, memberhentikan, dan menyerahkan lapak")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) => Owns() && Enum.IsDefined(Input.Role)
        ? Show(
            "/undangan",
            await invitations.IssueAsync(Me, Desk.Seller, Input.Business, Input.Role, null, Input.Command, ct),
            T["Undangan sebagai {0}", T.Of(Input.Role)], Address)
        : NotFound();

    /// <summary>Owners let go, everybody may let themselves go.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        if (!Owns() && !(Input.Member == Me.Scope && standing.Holds(Desk.Seller, Input.Business, Input.Role)))
        {
            return NotFound();
        }

        return await AgreedAsync(marketplace.TellAsync(
            new Id<Business>(Input.Business), (Business known) => known.Release(new(Input.Member), Input.Role, clock.GetUtcNow()),
            Me.By(Input.Command), ct))
            ? Done("Sudah. Orang itu tidak bisa lagi membuka lapak ini.", Input.Member == Me.Scope ? Desks.Choice : Address)
            : await LookAsync(Input.Business, ct);
    }

    [For(Desk.Seller, BusinessRole.Owner, What = "Mengundang orang ke lapaknya, memberhentikan, dan menyerahkan lapak")]
    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        if (!Owns())
        {
            return NotFound();
        }

        return await AgreedAsync(marketplace.TellAsync(
            new Id<Business>(Input.Business), (Business known) => known.HandOver(Me.Member!.Value, new(Input.Member), clock.GetUtcNow()),
            Me.By(Input.Command), ct))
            ? Done("Lapak sudah diserahkan.", Desks.Choice)
            : await LookAsync(Input.Business, ct);
    }

    private bool Owns() => standing.Holds(Desk.Seller, Input.Business, BusinessRole.Owner);

    private async Task<IActionResult> LookAsync(Guid? at, CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Seller, at) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        All = await people.BesideAsync(Me, Desk.Seller, here.Scope, ct);
        return Page();
    }
}
