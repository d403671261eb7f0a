using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Stories;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/cerita/{id}: a story of one's own KIM, to be changed, taken away or shown again.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Mengubah, menarik, dan menampilkan lagi cerita KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class EditModel(StoryBook book, StoryDesk desk) : MarketPage
{
    [FromRoute]
    public Guid Id { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public DeskStory Story { get; private set; } = null!;

    public IReadOnlyList<StorySubject> Goods { get; private set; } = [];

    public TieChoices Ties { get; private set; } = TieChoices.None;

    private string Address => $"~/kelola/{Story.GroupSlug}/cerita";

    public sealed class Form : StoryForm
    {
        /// <summary>As it was seen.</summary>
        public long Version { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = new()
        {
            Title = Story.Title,
            People = Story.TextOf(StoryPart.People),
            Place = Story.TextOf(StoryPart.Place),
            Process = Story.TextOf(StoryPart.Process),
            Proof = Story.TextOf(StoryPart.Proof),
            Use = Story.TextOf(StoryPart.Use),
            Hope = Story.TextOf(StoryPart.Hope),
            Products = Story.Goods,
            Villages = Story.Places,
            Potentials = Story.Has,
            Version = Story.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        return ModelState.IsValid && await AgreedAsync(desk.ChangeAsync(new Id<Story>(Id), Input.Version, Input.Draft(Story.Shops, Goods, Ties), Me, ct))
            ? Done("Tersimpan. Ceritanya sudah berganti di semua halaman.", Address)
            : Page();
    }

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) =>
        TellAsync(desk.WithdrawAsync, T["Ceritanya ditarik. Hanya KIM yang masih bisa melihatnya."], ct);

    public Task<IActionResult> OnPostShowAsync(CancellationToken ct) =>
        TellAsync(desk.ShowAgainAsync, T["Ceritanya tampil lagi."], ct);

    private async Task<IActionResult> TellAsync(Func<Id<Story>, Asker, CancellationToken, Task<Refusal?>> tell, string done, CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!await AgreedAsync(tell(new Id<Story>(Id), Me, ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Address));
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.FindAsync(Me, Id, ct) is not { } story)
        {
            return false;
        }

        Story = story;
        Ties = await book.TiesAsync(Me, story.GroupId, ct);
        Goods = await book.GoodsAsync(Me, story.GroupId, story.Shops, story.Goods, ct);
        return true;
    }
}
