using Kim.Market.Web.Features.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Figures;

/// <summary>/operator/pemeriksaan: whether the figures are what the events say, and making them anew beside the live ones.</summary>
[For(Desk.Operator, What = "Melihat pemeriksaan angka dan membangunnya ulang"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OperatorModel(LedgerChecks checks) : MarketPage
{
    public LedgerCheck Check { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Check = await checks.LastAsync(ct);

    public async Task<IActionResult> OnPostRebuildAsync(CancellationToken ct)
    {
        await checks.AskAsync(Me, ct);
        return Done("Angka sedang dibangun ulang dari kejadian. Halaman lain tetap bisa dipakai.", "~/operator/pemeriksaan");
    }
}
