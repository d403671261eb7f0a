using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/operator: the offices of this installation and its operators. With this and an empty database a district begins.</summary>
[For(Desk.Operator, What = "Membuka dinas, mengundang petugasnya, dan memulihkan akun mereka"), PrivatePage]
public sealed class OperatorModel(
    RoomRows rows, People people, Places places, Invitations invitations, Recoveries recoveries, Marketplace marketplace, TimeProvider clock) : RoomPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Office { get; init; }

        public Guid Member { get; init; }

        public OfficeRole Role { get; init; }

        [Display(Name = "Kode wilayah (Kemendagri)")]
        [StringLength(13)]
        public string? Region { get; init; }

        public Guid Command { get; init; }
    }

    public Slice<OfficeRow> Offices { get; private set; } = new([], false);

    /// <summary>By office; the operators themselves under the installation.</summary>
    public ILookup<Guid, Person> Staff { get; private set; } = Array.Empty<Person>().ToLookup(person => person.Scope);

    public IEnumerable<Person> Operators => Staff[Installation.Id.Value];

    public Guid Myself => Me.Scope;

    private const string Address = "~/operator";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct)
    {
        if (!RegionCode.TryParse(Input.Region?.Trim(), null, out var code) || await places.FindAsync(code, ct) is not { } region)
        {
            ModelState.AddModelError("Input.Region", T["Tidak ada wilayah dengan kode itu. Contoh: 64.02 untuk Kutai Kartanegara."]);
            return await LookAsync(ct);
        }

        var id = new Id<Office>(Input.Command == Guid.Empty ? Guid.CreateVersion7() : Input.Command);
        return await AgreedAsync(marketplace.BeginAsync(id, Office.Open(id, region.Code, clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Dinas sudah dibuka. Undang petugasnya.", Address)
            : await LookAsync(ct);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken ct) => await IsOfficeAsync(ct) && Enum.IsDefined(Input.Role)
        ? Show(
            "/undangan",
            await invitations.IssueAsync(Me, Desk.Office, Input.Office, Input.Role, null, Input.Command, ct),
            T["Undangan sebagai {0}", T.Of(Input.Role)], Address)
        : NotFound();

    public async Task<IActionResult> OnPostReleaseAsync(CancellationToken ct)
    {
        if (!await IsOfficeAsync(ct))
        {
            return NotFound();
        }

        return await AgreedAsync(marketplace.TellAsync(
            new Id<Office>(Input.Office), (Office known) => known.Release(new(Input.Member), Input.Role, clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Sudah. Orang itu tidak lagi memegang tugas ini.", Address)
            : await LookAsync(ct);
    }

    public Task<IActionResult> OnPostRecoverAsync(CancellationToken ct) => RecoverAsync(recoveries, Input.Member, Input.Command, Address, ct);

    public async Task<IActionResult> OnPostInviteOperatorAsync(CancellationToken ct) => Show(
        "/undangan",
        await invitations.IssueAsync(Me, Desk.Operator, Installation.Id.Value, InstallationRole.Operator, null, Input.Command, ct),
        T["Undangan sebagai {0}", T.Of(InstallationRole.Operator)], Address);

    public async Task<IActionResult> OnPostReleaseOperatorAsync(CancellationToken ct) => await AgreedAsync(marketplace.TellAsync(
        Installation.Id, (Installation known) => known.Release(new(Input.Member), clock.GetUtcNow()), Me.By(Input.Command), ct))
        ? Done("Sudah. Orang itu tidak lagi memegang tugas ini.", Input.Member == Me.Scope ? Desks.Choice : Address)
        : await LookAsync(ct);

    private async Task<bool> IsOfficeAsync(CancellationToken ct) =>
        (await marketplace.LoadAsync<Office, OfficeEvent>(new(Input.Office), ct)).State is not null;

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        Offices = Slice<OfficeRow>.Of(await rows.OfficesAsync(Me, After ?? "", ct), RoomRows.PageSize);
        var all = await people.OfOfficesAsync(Me, Offices.Rows.Select(office => office.OfficeId).Append(Installation.Id.Value), ct);
        Staff = all.ToLookup(person => person.Scope);
        return Page();
    }
}
