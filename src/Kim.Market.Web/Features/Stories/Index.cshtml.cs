using Kim.Market.Domain.Groups;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Stories;

/// <summary>/kelola/{slug}/cerita: what a KIM has written, shown or taken away.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Melihat semua cerita KIM-nya"), PrivatePage]
public sealed class IndexModel(StoryBook book) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public StoryKim Kim { get; private set; } = null!;

    public IReadOnlyList<DeskStory> Stories { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await book.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return NotFound();
        }

        var stories = Slice<DeskStory>.Of(await book.AllAsync(Me, kim.GroupId, StoryKey.Read(After), ct), StoryBook.PageSize);
        (Kim, Stories) = (kim, stories.Rows);
        Next = stories.Next(story => Cursor.Of(story.WrittenAt, story.StoryId)) is { } cursor ? $"~/kelola/{kim.Slug}/cerita?sesudah={cursor}" : null;
        return Page();
    }
}
