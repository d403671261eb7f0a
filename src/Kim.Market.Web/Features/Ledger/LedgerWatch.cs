using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>Looks after the ledger several times a minute, on whichever node comes first.</summary>
public sealed class LedgerWatch(LedgerChecks checks, TimeProvider clock, ILogger<LedgerWatch> log)
    : Sweep(TimeSpan.FromSeconds(20), clock, log)
{
    /// <inheritdoc/>
    public override async Task<int> SweepAsync(CancellationToken ct) => await checks.RunAsync(ct) ?? 0;
}
