using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/kelola/potensi/{id}: a potential that one's own KIM has written, to be changed or taken away.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Mengubah dan menarik potensi desa yang ditulis KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class EditModel(PotentialBook book, PotentialDesk desk) : MarketPage
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DeskPotential Potential { get; private set; } = null!;

    private string Address => $"~/kelola/{Potential.GroupSlug}/potensi";

    public sealed class Form : PotentialForm
    {
        /// <summary>As it was seen.</summary>
        public long Version { get; set; }

        [Display(Name = "Sebab")]
        [StringLength(Limits.Note)]
        public string? Reason { get; init; }

        public static Form Of(PotentialSheet sheet) => Filled<Form>(sheet);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = Form.Of(Potential.Says);
        Input.Version = Potential.Version;
        Input.MakeRoom();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input.Check(ModelState, T);
        return ModelState.IsValid && await TellAsync((potential, now) => potential.Revise(Input.Sheet(), now), ct)
            ? Done("Tersimpan. Dinas memeriksanya lagi sebelum yang baru tampil.", Address)
            : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.Clear(); // only the reason was sent
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (await TellAsync((potential, now) => potential.Withdraw(null, Input.Reason ?? "", now), ct))
        {
            return Done("Potensi ini ditarik dari halaman desa.", Address);
        }

        var reason = Input.Version;
        Input = Form.Of(Potential.Says);
        Input.Version = reason;
        Input.MakeRoom();
        return Page();
    }

    private Task<bool> TellAsync(Func<Potential, DateTimeOffset, Decision<PotentialEvent>> decide, CancellationToken ct) =>
        AgreedAsync(desk.TellAsync(new Id<Potential>(Id), Input.Version, decide, Me, ct));

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { } potential)
        {
            return false;
        }

        Potential = potential;
        return true;
    }
}
