using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.Market.Web.Hosting.Health;

/// <summary>Whether the node is on its way out.</summary>
public sealed class DrainingHealth(Draining draining) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(draining.HasBegun ? HealthCheckResult.Unhealthy("stopping") : HealthCheckResult.Healthy());
}
