using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/akun/kabar: what the asker has to hear of, the newest first; each leads to what it is about.</summary>
[ForMembers(What = "Membaca kabar untuk tempat kerjanya sendiri"), PrivatePage]
public sealed class IndexModel(NoticeBook book) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public long? After { get; init; }

    /// <summary>Which one is opened; or up to which the list was seen.</summary>
    [BindProperty]
    public long Kabar { get; init; }

    public Slice<NoticeRow> All { get; private set; } = new([], false);

    public async Task OnGetAsync(CancellationToken ct) => All = await book.PageAsync(Me, After, ct);

    /// <summary>Marks it as read and leads to what it is about.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken ct) => await book.OpenAsync(Me, Kabar, ct) is { } known
        ? LocalRedirect(Url.Content("~" + NoticePlace.Of(known.What, known.As, known.Stream, known.Scope, known.Slug)))
        : NotFound();

    public async Task<IActionResult> OnPostReadAsync(CancellationToken ct)
    {
        await book.ReadAsync(Me, Kabar, ct);
        return Done("Semua ditandai sudah dibaca.", "~/akun/kabar");
    }
}
