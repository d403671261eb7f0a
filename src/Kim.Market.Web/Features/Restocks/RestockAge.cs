using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.Restocks;

/// <summary>Lets nobody wait longer than they would want to.</summary>
public sealed class RestockAge(RestockWaits restocks, TimeProvider clock, ILogger<RestockAge> log) : Sweep(TimeSpan.FromHours(1), clock, log)
{
    public override Task<int> SweepAsync(CancellationToken ct) => restocks.AgeAsync(ct);
}
