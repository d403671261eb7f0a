using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Audit;

/// <summary>/kelola/jejak: what was done at a KIM and at its stalls, for its chair.</summary>
[For(Desk.Group, GroupRole.Chair, What = "Melihat siapa melakukan apa di KIM-nya"), PrivatePage]
public sealed class KimModel(AuditTrail trail, Standing standing) : TrailPage
{
    [FromQuery(Name = "di")]
    public Guid? Kim { get; init; }

    public override Guid? At => Here.Scope;

    public override string Address => "~/kelola/jejak";

    public override RoomBar Bar => RoomBar.Group(T, "/kelola");

    public override string Heading => T["Siapa melakukan apa di {0}", Here.ScopeName];

    public override IReadOnlyList<AuditKind> Kinds { get; } =
    [
        AuditKind.Group, AuditKind.Business, AuditKind.Product, AuditKind.Stock, AuditKind.Order, AuditKind.Certificate, AuditKind.Act, AuditKind.Story, AuditKind.Harvest, AuditKind.Potential, AuditKind.Enquiry,
        AuditKind.Recovery,
    ];

    public Membership Here { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Held(standing, Desk.Group, Kim, GroupRole.Chair) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        return Show(await trail.OfKimAsync(Me, here.Scope, Asked, AuditKey.Parse(After), ct));
    }
}
