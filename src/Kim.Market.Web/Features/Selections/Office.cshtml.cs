using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/dinas/unggulan: what the offices of a region choose and chose.</summary>
[For(Desk.Office, What = "Melihat pilihan produk unggulan di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, SelectionBook book, TimeProvider clock) : OfficePage(standing)
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Slice<KnownSelection> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        All = await book.OfOfficeAsync(Me, Here.Scope, SelectionKey.Read(After), ct);
        return Page();
    }
}
