using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Stories;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/{slug}/cerita/tulis: of which stall, and then the story itself.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Menulis cerita tentang usaha dan produk KIM-nya"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(StoryBook book, StoryDesk desk, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "toko")]
    public string? Which { get; init; }

    /// <summary>"desa" for a story of a village, of which no stall is chosen.</summary>
    [FromQuery(Name = "tentang")]
    public string? About { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public StoryKim Kim { get; private set; } = null!;

    /// <summary>Null until one was chosen.</summary>
    public StorySubject? Stall { get; private set; }

    public Slice<StorySubject> Stalls { get; private set; } = new([], false);

    public IReadOnlyList<StorySubject> Goods { get; private set; } = [];

    public TieChoices Ties { get; private set; } = TieChoices.None;

    /// <summary>It is clear of what the story tells, so that it can be written.</summary>
    public bool IsChosen => Stall is not null || About == "desa";

    public DateOnly Tomorrow => DateFormat.DayIn(clock.GetUtcNow(), Zone.Of(Kim.TimeZone)).AddDays(1);

    public sealed class Form : StoryForm
    {
        [Display(Name = "Tampilkan mulai")]
        public DateOnly? From { get; init; }

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
        if (!await FindAsync(ct) || !IsChosen)
        {
            return NotFound();
        }

        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
            ModelState.Remove("Input.Command");
        }

        if (!ModelState.IsValid
            || !await AgreedAsync(desk.WriteAsync(new Id<Story>(Input.Command), new Id<Group>(Kim.GroupId), Input.Draft(Stall is { } stall ? [stall.Id] : [], Goods, Ties), Moment, Me, ct)))
        {
            return Page();
        }

        Flash = Moment is null ? T["Ceritanya tampil di halaman KIM, lapak, dan produknya."] : T["Tersimpan. Ceritanya tampil sendiri pada harinya."];
        return LocalRedirect(Url.Content($"~/kelola/{Kim.Slug}/cerita"));
    }

    // Of a day that is chosen, the hour at which people look at their telephones.
    private DateTimeOffset? Moment => Input.From is { } day ? new DateTimeOffset(day, new TimeOnly(7, 0), Zone.Of(Kim.TimeZone).Offset).ToUniversalTime() : null;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        Ties = await book.TiesAsync(Me, kim.GroupId, ct);
        if (Which is null)
        {
            if (About == "desa")
            {
                return true;
            }

            Stalls = Slice<StorySubject>.Of(await book.StallsAsync(Me, kim.GroupId, After ?? "", ct), StoryBook.PageSize);
            return true;
        }

        Stall = await book.StallAsync(Me, kim.GroupId, Which, ct);
        Goods = Stall is null ? [] : await book.GoodsAsync(Me, kim.GroupId, [Stall.Id], [], ct);
        return Stall is not null;
    }
}
