using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>/dinas/lapak/{stall}: an office takes a stall out of sight, answers its owner, and lifts what it or a KIM did.</summary>
[For(Desk.Office, What = "Melihat lapak yang dibekukan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CaseModel(SuspensionBook book, Marketplace market, TimeProvider clock) : ConductPage(market, clock)
{
    [FromRoute(Name = "stall")]
    public Guid Id { get; init; }

    public override string Here => $"~/dinas/lapak/{Id}";

    [For(Desk.Office, OfficeRole.Officer, What = "Membekukan lapak di wilayahnya, dan menjawab keberatan pemiliknya")]
    public Task<IActionResult> OnPostSuspendAsync(CancellationToken ct) =>
        TellAsync((business, note, now) => business.Suspend(Input.Reason, note, Suspender.Office, now), T["Lapak dibekukan. Pemiliknya mendapat kabar."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Membekukan lapak di wilayahnya, dan menjawab keberatan pemiliknya")]
    public Task<IActionResult> OnPostRejectAsync(CancellationToken ct) =>
        TellAsync((business, note, now) => business.RejectAppeal(note, now), T["Keberatan dijawab. Lapak tetap dibekukan."], ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Membekukan lapak di wilayahnya, dan menjawab keberatan pemiliknya")]
    public Task<IActionResult> OnPostLiftAsync(CancellationToken ct) =>
        TellAsync((business, note, now) => business.LiftSuspension(note, Suspender.Office, now), T["Pembekuan dicabut. Pemiliknya mendapat kabar."], ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, await book.OfOfficeAsync(Me, Id, ct, decides: true) is not null);
        return true;
    }
}
