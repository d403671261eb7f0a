using Kim.Market.Domain;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Printing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>/desa/{kode}/prospektus: what a stranger should know of a village, now; and the button that puts it on paper.</summary>
[OpenTo(Audience.Everyone, What = "Membaca prospektus desa dan mengunduhnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class DetailsModel(Places places, VillageFacts facts, ProspectusPaper paper, ProspectusDesk desk, TimeProvider clock) : MarketPage
{
    public Region Region { get; private set; } = null!;

    public IReadOnlyList<PaperBlock> Said { get; private set; } = [];

    /// <summary>False where there is nothing to put on paper.</summary>
    public bool IsWorthPaper { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (await FindAsync(kode, ct) is { } region && region.Code.Value != kode)
        {
            return LocalRedirectPermanent(Url.Content($"~/desa/{region.Code}/prospektus"));
        }

        return await ShowAsync(ct);
    }

    /// <summary>What is said now is its own command: pressed twice it is one paper.</summary>
    public async Task<IActionResult> OnPostAsync(string kode, CancellationToken ct)
    {
        if (await FindAsync(kode, ct) is not { } region)
        {
            return NotFound();
        }

        var (code, refusal) = await desk.IssueAsync(region, Me, ct);
        if (refusal is null)
        {
            return LocalRedirect(Url.Content($"~/prospektus/{code.Value}.pdf"));
        }

        ModelState.AddModelError("", T.Of(refusal));
        return await ShowAsync(ct);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Region is null)
        {
            return NotFound();
        }

        var claims = await facts.OfAsync(Region, ct);
        (Said, IsWorthPaper) = (paper.Blocks(Region, claims, Now), Prospectus.IsWorthPaper(claims));
        return Page();
    }

    /// <summary>Null for what is no village.</summary>
    private async Task<Region?> FindAsync(string kode, CancellationToken ct) =>
        RegionCode.TryParse(kode, null, out var code) && await places.FindAsync(code, ct) is { Kind: RegionKind.Village or RegionKind.UrbanVillage or RegionKind.CustomaryVillage } region
            ? Region = region
            : null;
}
