using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Audit;

/// <summary>/lapak/jejak/{slug}: everything that was done to a stall, for its owner.</summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Melihat siapa melakukan apa di lapaknya"), PrivatePage]
public sealed class StallModel(AuditTrail trail, OwnShops shops) : TrailPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public override string Address => $"~/lapak/jejak/{Slug}";

    public override RoomBar Bar => RoomBar.Seller(T, "/lapak");

    public override string Heading => T["Siapa melakukan apa di {0}", Shop.Name];

    public override IReadOnlyList<AuditKind> Kinds { get; } =
        [AuditKind.Business, AuditKind.Product, AuditKind.Stock, AuditKind.Order, AuditKind.Certificate, AuditKind.Act, AuditKind.Recovery, AuditKind.Harvest];

    public OwnShop Shop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await shops.FindAsync(Me, Slug, ct) is not { } shop)
        {
            return NotFound();
        }

        Shop = shop;
        return Show(await trail.OfStallAsync(Me, shop.BusinessId, Asked, AuditKey.Parse(After), ct));
    }
}
