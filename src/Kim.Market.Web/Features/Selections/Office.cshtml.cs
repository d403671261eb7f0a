using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/dinas/unggulan: what the offices of a region choose and chose.</summary>
[For(Desk.Office, What = "Melihat pilihan produk unggulan di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, SelectionBook book, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public Membership Here { get; private set; } = null!;

    public bool MayWrite { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Slice<KnownSelection> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return NotFound();
        }

        (Here, MayWrite) = (here, standing.Holds(Desk.Office, here.Scope, OfficeRole.Officer));
        All = await book.OfOfficeAsync(Me, here.Scope, SelectionKey.Read(After), ct);
        return Page();
    }
}
