using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Hosting;

/// <summary>Looks again and again, on every node, for what is due, and does it. What two nodes find at once must be done once.</summary>
/// <param name="pause">From the end of one look to the next.</param>
public abstract partial class Sweep(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    private readonly ILogger _log = log;

    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does what is due now; says how many that were.</summary>
    public abstract Task<int> SweepAsync(CancellationToken ct);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pause, Clock);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // told to end; a host that is thrown away without being stopped would take it for a failure
        }
    }

    /// <summary>Does it for one of those that are due; says whether it was done. Whatever is wrong with one, the others still move, and the market stays open.</summary>
    protected async Task<bool> TryAsync(Guid one, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
#pragma warning disable CA1031 // see above
        catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException))
#pragma warning restore CA1031
        {
            OneFailed(GetType().Name, one, failure);
            return false;
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        Origins.Enter(GetType().Name);
        try
        {
            await SweepAsync(ct);
        }
        catch (Exception failure) when (failure is NpgsqlException or StreamMovedException)
        {
            SweepFailed(GetType().Name, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Sweep}: {One} is due and could not be moved on.")]
    private partial void OneFailed(string sweep, Guid one, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Sweep} could not do all that is due; trying again soon.")]
    private partial void SweepFailed(string sweep, Exception failure);
}
