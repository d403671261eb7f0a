using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Stories;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>/kelola/{slug}/pertanyaan: what a KIM was asked, what waits longest on top.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, GroupRole.Writer, What = "Melihat semua pertanyaan kepada KIM-nya"), PrivatePage]
public sealed class KimListModel(StoryBook kims, EnquiryBook book, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    /// <summary>"dijawab" for what no longer waits; anything else for what does.</summary>
    [FromQuery(Name = "keadaan")]
    public string? Asked { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public StoryKim Kim { get; private set; } = null!;

    public EnquiryList List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await kims.KimAsync(Me, Slug, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        var waiting = Asked != "dijawab";
        List = EnquiryList.Of(
            await book.OfKimAsync(Me, kim.GroupId, waiting, EnquiryKey.Read(After), ct), waiting, $"~/kelola/{Slug}/pertanyaan", "~/kelola/pertanyaan", clock.GetUtcNow());
        return Page();
    }
}
