using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Kim.Market.Web.Hosting.Telemetry;

/// <summary>Lets both providers listen from the first request on; the container sends off the rest when it ends.</summary>
public sealed class TelemetryExport(TracerProvider traces, MeterProvider meters) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces.ForceFlush();
        meters.ForceFlush();
        return Task.CompletedTask;
    }
}
