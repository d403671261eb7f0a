using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.Market.Web.Features.Listings;

/// <summary>Whether every photo was there last night. A missing one is no reason to turn visitors away.</summary>
public sealed class PhotosHealth(PhotoWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(watch.Missing == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{watch.Missing} missing"));
}
