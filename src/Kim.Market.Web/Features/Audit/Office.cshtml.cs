using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Audit;

/// <summary>/dinas/jejak: everything that was done in an office's region, for its officers and auditors.</summary>
[For(Desk.Office, What = "Melihat siapa melakukan apa di wilayahnya"), PrivatePage]
public sealed class OfficeModel(AuditTrail trail, Standing standing) : TrailPage
{
    [FromQuery(Name = "di")]
    public Guid? Office { get; init; }

    public override Guid? At => Here.Scope;

    public override string Address => "~/dinas/jejak";

    public override RoomBar Bar => RoomBar.Office(T, "/dinas");

    public override string Heading => T["Siapa melakukan apa di {0}", Here.Region];

    public override IReadOnlyList<AuditKind> Kinds { get; } = [.. Enum.GetValues<AuditKind>().Where(kind => kind is not (AuditKind.Installation or AuditKind.Erasure))];

    public Membership Here { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, Office) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        return Show(await trail.OfRegionAsync(Me, here.Scope, Asked, AuditKey.Parse(After), ct));
    }
}
