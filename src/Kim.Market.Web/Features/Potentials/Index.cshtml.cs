using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Stories;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>/kelola/{slug}/potensi: what a KIM has written of its villages, and what became of it.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Melihat semua potensi desa yang ditulis KIM-nya"), PrivatePage]
public sealed class IndexModel(StoryBook kims, PotentialBook book) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public StoryKim Kim { get; private set; } = null!;

    public Slice<DeskPotential> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await kims.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        All = Slice<DeskPotential>.Of(await book.OfKimAsync(Me, kim.GroupId, PotentialKey.Read(After), ct), PotentialBook.PageSize);
        return Page();
    }
}
