using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Imports;

/// <summary>Works on the lists that wait, one in the whole market at a time, and sweeps those nobody agreed to.</summary>
public sealed partial class ImportWorker(ImportRunner runner, ImportJobs jobs, NpgsqlDataSource db, TimeProvider clock, ILogger<ImportWorker> log)
    : Sweep(TimeSpan.FromSeconds(2), clock, log)
{
    /// <summary>Whoever holds it works; a node that dies lets go of it with its connection.</summary>
    internal const string Lock = "import";

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ILogger _log = log;
    private DateTimeOffset _nextSweep;

    /// <summary>Works until no list waits; says how many steps that were.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        if (Clock.GetUtcNow() is var now && now >= _nextSweep)
        {
            _nextSweep = now + SweepEvery;
            await jobs.SweepAsync(ct);
        }

        if (await runner.NextAsync(ct) is null)
        {
            return 0;
        }

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var held = await SessionLock.TryTakeAsync(connection, Lock, ct);
        var steps = 0;
        while (held is not null && await runner.NextAsync(ct) is { } import && await StepAsync(import, ct))
        {
            steps++;
        }

        return steps;
    }

    private async Task<bool> StepAsync(Guid import, CancellationToken ct)
    {
        try
        {
            await runner.StepAsync(import, ct);
            return true;
        }
#pragma warning disable CA1031 // whatever is wrong with one list, the others are taken over; it is tried again later
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            StepFailed(import, failure.GetType().Name);
            await runner.PassAsync(import, ct);
            return false;
        }
    }

    // what the exception says may quote a row
    [LoggerMessage(Level = LogLevel.Error, Message = "A step of import {Import} failed with {Failure}; trying again soon.")]
    private partial void StepFailed(Guid import, string failure);
}
