using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Register;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/kelola/anggota: a KIM's board; the chair invites, lets go and hands over, everybody may leave.</summary>
[For(Desk.Group, What = "Melihat pengurus KIM-nya, dan berhenti dari sana"), PrivatePage]
public sealed class KimPeopleModel(People people, Board board, Invitations invitations, Standing standing, Marketplace marketplace, TimeProvider clock) : RoomPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Kim { get; init; }

        public Guid Member { get; init; }

        public GroupRole Role { get; init; } = GroupRole.Curator;

        public Guid Command { get; init; }
    }

    public Membership Here { get; private set; } = null!;

    public IReadOnlyList<Person> All { get; private set; } = [];

    /// <summary>The board as the decree has it.</summary>
    public IReadOnlyList<Seated> Seats { get; private set; } = [];

    public bool IsChair => standing.Holds(Desk.Group, Here.Scope, GroupRole.Chair);

    public Guid Myself => Me.Scope;

    private string Address => $"~/kelola/anggota?di={Input.Kim:N}";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(At, ct);

    [For(Desk.Group, GroupRole.Chair, What = "Mengundang pengurus KIM, memberhentikan, dan menyerahkan jabatan ketua")]
    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) => Leads() && Enum.IsDefined(Input.Role)
        ? Show(
            "/undangan",
            await invitations.IssueAsync(Me, Desk.Group, Input.Kim, Input.Role, null, Input.Command, ct),
            T["Undangan sebagai {0}", T.Of(Input.Role)], Address)
        : NotFound();

    /// <summary>The chair lets go, everybody may let themselves go.</summary>
    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        if (!Leads() && !(Input.Member == Me.Scope && standing.Holds(Desk.Group, Input.Kim, Input.Role)))
        {
            return NotFound();
        }

        return await AgreedAsync(marketplace.TellAsync(
            new Id<Group>(Input.Kim), (Group known) => known.Release(new(Input.Member), Input.Role, clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Sudah. Orang itu tidak lagi memegang tugas ini.", Input.Member == Me.Scope ? Desks.Choice : Address)
            : await LookAsync(Input.Kim, ct);
    }

    [For(Desk.Group, GroupRole.Chair, What = "Mengundang pengurus KIM, memberhentikan, dan menyerahkan jabatan ketua")]
    public async Task<IActionResult> OnPostHandOverAsync(CancellationToken ct)
    {
        if (!Leads())
        {
            return NotFound();
        }

        return await AgreedAsync(marketplace.TellAsync(
            new Id<Group>(Input.Kim), (Group known) => known.HandOver(Me.Member!.Value, new(Input.Member), clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Jabatan ketua sudah diserahkan.", Desks.Choice)
            : await LookAsync(Input.Kim, ct);
    }

    private bool Leads() => standing.Holds(Desk.Group, Input.Kim, GroupRole.Chair);

    private async Task<IActionResult> LookAsync(Guid? at, CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Group, at) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        All = await people.BesideAsync(Me, Desk.Group, here.Scope, ct);
        Seats = await board.OfAsync(Me, here.Scope, ct);
        return Page();
    }
}
