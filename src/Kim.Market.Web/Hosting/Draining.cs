namespace Kim.Market.Web.Hosting;

/// <summary>
/// The last moments of a node: it says that it is not ready, waits until whoever spreads the load has noticed
/// (<c>Kim:DrainSeconds</c>), then finishes the requests it has.
/// </summary>
public sealed class Draining(IConfiguration configuration) : IHostedLifecycleService
{
    public bool HasBegun { get; private set; }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        HasBegun = true;
        return Task.Delay(TimeSpan.FromSeconds(configuration.GetValue("Kim:DrainSeconds", 0)), cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Registers the orderly end.</summary>
public static class DrainingRegistration
{
    private static readonly TimeSpan LongestRequest = TimeSpan.FromSeconds(25);

    public static IServiceCollection AddDraining(this IServiceCollection services)
    {
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
        services.AddOptions<HostOptions>().Configure<IConfiguration>((options, configuration) =>
            options.ShutdownTimeout = LongestRequest + TimeSpan.FromSeconds(configuration.GetValue("Kim:DrainSeconds", 0)));
        return services;
    }
}
