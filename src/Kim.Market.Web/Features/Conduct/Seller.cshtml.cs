using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>/lapak/pembekuan/{slug}: why a stall is out of sight, and its owner's objection.</summary>
[For(Desk.Seller, What = "Membaca mengapa lapaknya dibekukan"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class SellerModel(SuspensionBook book, Standing standing, Marketplace market, TimeProvider clock) : ConductPage(market, clock)
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public override string Here => $"~/lapak/pembekuan/{Slug}";

    /// <summary>Whether another objection can be sent now.</summary>
    public bool MayAppeal => MayWrite && Known is { IsSuspended: true, Last: { WaitsSince: null, Appeals: < Business.MostAppeals } };

    [For(Desk.Seller, BusinessRole.Owner, What = "Berkeberatan atas pembekuan lapaknya")]
    public Task<IActionResult> OnPostAppealAsync(CancellationToken ct) =>
        TellAsync((business, text, now) => business.Appeal(text, now), T["Keberatan terkirim. Dinas menjawab di halaman ini."], ct);

    protected override async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug) || await book.OfSellerAsync(Me, Slug, ct) is not { } known)
        {
            return false;
        }

        (Known, MayWrite) = (known, standing.Holds(Desk.Seller, known.BusinessId, BusinessRole.Owner));
        return true;
    }
}
