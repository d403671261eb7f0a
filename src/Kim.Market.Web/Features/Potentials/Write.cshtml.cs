using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Features.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/kelola/{slug}/potensi/tulis: something that a village of the KIM has.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Menulis potensi desa tempat KIM-nya bekerja"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(StoryBook kims, PotentialBook book, PotentialDesk desk) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public StoryKim Kim { get; private set; } = null!;

    public IReadOnlyList<OwnVillage> Villages { get; private set; } = [];

    public sealed class Form : PotentialForm
    {
        /// <summary>Drawn when the page was opened, so that pressing twice writes once.</summary>
        public Guid Command { get; set; }

        [Display(Name = "Desa")]
        public string? Village { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.Command = Guid.CreateVersion7();
        Input.MakeRoom();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
            ModelState.Remove("Input.Command");
        }

        var village = Villages.FirstOrDefault(own => own.Code == Input.Village);
        if (village is null)
        {
            ModelState.AddModelError("Input.Village", T["Pilih salah satu desa tempat KIM bekerja."]);
        }

        Input.Check(ModelState, T);
        if (ModelState.IsValid && await AgreedAsync(desk.ProposeAsync(
            new Id<Potential>(Input.Command), new Id<Group>(Kim.GroupId), RegionCode.Parse(village!.Code), Input.Sheet(), Me, ct)))
        {
            return Done("Terkirim ke dinas. Begitu diperiksa, tampil di halaman desa.", $"~/kelola/{Kim.Slug}/potensi");
        }

        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await kims.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        Villages = await book.VillagesAsync(Me, kim.GroupId, ct);
        return true;
    }
}
