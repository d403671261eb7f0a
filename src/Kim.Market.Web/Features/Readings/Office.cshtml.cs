using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Readings;

/// <summary>/dinas/pembacaan: who of the offices and KIM of a region opened personal data.</summary>
[For(Desk.Office, What = "Melihat siapa dari dinas dan KIM wilayahnya membuka data pribadi"), PrivatePage]
public sealed class OfficeModel(ReadingBook book, Standing standing) : ReadingsPage
{
    [FromQuery(Name = "di")]
    public Guid? Office { get; init; }

    public override Guid? At => Here.Scope;

    public override string Address => "~/dinas/pembacaan";

    public override RoomBar Bar => RoomBar.Office(T, "/dinas");

    public Membership Here { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, Office) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        return Show(await book.OfRegionAsync(Me, here.Scope, Reader, ReadingKey.Parse(After), ct));
    }
}
