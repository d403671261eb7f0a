using Kim.Market.EventSourcing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Kim.Market.Web.Hosting.Health;

/// <summary>Whether this node sees what happens, and what follows behind has not stopped.</summary>
/// <remarks>
/// A follower that has stopped makes one list old. Taking the node out of service for it would make everything unreachable,
/// so that is degraded; a node that sees no events would show old pages, and that is not ready.
/// </remarks>
public sealed class FollowersHealth(Followers followers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var stopped = followers.States.Where(state => state.Status == FollowerStatus.Stopped).Select(state => state.Name).ToList();
        return Task.FromResult(!followers.Ready.IsCompletedSuccessfully ? HealthCheckResult.Unhealthy("not following yet")
            : stopped.Count > 0 ? HealthCheckResult.Degraded("stopped: " + string.Join(", ", stopped))
            : HealthCheckResult.Healthy());
    }
}
