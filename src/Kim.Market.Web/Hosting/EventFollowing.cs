using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Hosting;

/// <summary>Keeps this node's event loop running for as long as the program does.</summary>
public sealed class EventFollowing(Followers followers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => followers.RunAsync(stoppingToken);
}
