using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/{slug}/cerita/tulis: of which stall, and then the story itself.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Menulis cerita tentang usaha dan produk KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(StoryBook book, StoryDesk desk) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "toko")]
    public string? Which { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public StoryKim Kim { get; private set; } = null!;

    /// <summary>Null until one was chosen.</summary>
    public StorySubject? Stall { get; private set; }

    public Slice<StorySubject> Stalls { get; private set; } = new([], false);

    public IReadOnlyList<StorySubject> Goods { get; private set; } = [];

    public sealed class Form : StoryForm
    {
        /// <summary>Drawn when the page was opened, so that pressing twice tells once.</summary>
        public Guid Command { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.Command = Guid.CreateVersion7();
        return await FindAsync(ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct) || Stall is null)
        {
            return NotFound();
        }

        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
            ModelState.Remove("Input.Command");
        }

        return ModelState.IsValid
            && await AgreedAsync(desk.WriteAsync(new Id<Story>(Input.Command), new Id<Group>(Kim.GroupId), Input.Draft([Stall.Id], Goods), Me, ct))
            ? Done("Ceritanya tampil di halaman KIM, lapak, dan produknya.", $"~/kelola/{Kim.Slug}/cerita")
            : Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        if (Which is null)
        {
            Stalls = Slice<StorySubject>.Of(await book.StallsAsync(Me, kim.GroupId, After ?? "", ct), StoryBook.PageSize);
            return true;
        }

        Stall = await book.StallAsync(Me, kim.GroupId, Which, ct);
        Goods = Stall is null ? [] : await book.GoodsAsync(Me, kim.GroupId, [Stall.Id], [], ct);
        return Stall is not null;
    }
}
