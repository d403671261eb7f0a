using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Audit;

/// <summary>/operator/jejak: everything that was done, for those who run the installation.</summary>
[For(Desk.Operator, What = "Melihat siapa melakukan apa di seluruh situs"), PrivatePage]
public sealed class OperatorModel(AuditTrail trail) : TrailPage
{
    public override string Address => "~/operator/jejak";

    public override RoomBar Bar => RoomBar.Operator(T, "/operator");

    public override string Heading => T["Siapa melakukan apa di situs ini"];

    public override IReadOnlyList<AuditKind> Kinds { get; } = Enum.GetValues<AuditKind>();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        Show(await trail.OfAllAsync(Me, Asked, AuditKey.Parse(After), ct));
}
