using Kim.Market.Web.Hosting;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>Publishes each day that is over.</summary>
public sealed class DataWatch(DataPress press, TimeProvider clock, ILogger<DataWatch> log) : Sweep(TimeSpan.FromMinutes(10), clock, log)
{
    /// <inheritdoc/>
    public override Task<int> SweepAsync(CancellationToken ct) => press.PublishDueAsync(ct);
}
