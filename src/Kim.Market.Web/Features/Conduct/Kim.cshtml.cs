using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>/kelola/lapak/{slug}/pembekuan: a KIM takes a stall out of sight, with a reason its owner reads.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Membekukan lapak yang didampingi KIM-nya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class KimModel(SuspensionBook book, Marketplace market, TimeProvider clock) : ConductPage(market, clock)
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public override string Here => $"~/kelola/lapak/{Slug}/pembekuan";

    public Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        TellAsync((business, note, now) => business.Suspend(Input.Reason, note, Suspender.Group, now), T["Lapak dibekukan. Pemiliknya mendapat kabar."], ct);

    public Task<IActionResult> OnPostLiftAsync(CancellationToken ct) =>
        TellAsync((business, note, now) => business.LiftSuspension(note, Suspender.Group, now), T["Pembekuan dicabut. Pemiliknya mendapat kabar."], ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug) || await book.OfKimAsync(Me, Slug, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, true);
        return true;
    }
}
