using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Takes what happened out of the outbox and lays it before everybody who has to hear of it.</summary>
/// <remarks>Taking and laying down are one transaction, and nodes pass over what another one holds: each thing is told once.</remarks>
public sealed class FanOut(NpgsqlDataSource db, TimeProvider clock, ILogger<FanOut> log) : Sweep(TimeSpan.FromSeconds(2), clock, log)
{
    /// <summary>Lays down what waits now; says for how many it was.</summary>
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var told = 0;
        while (await StepAsync(ct) is { } count)
        {
            told += count;
        }

        return told;
    }

    /// <returns>Null when nothing was waiting.</returns>
    private async Task<int?> StepAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var taken = await connection.RowsAsync<Taken>(Heard.Take(), ct);
        if (taken.Count == 0)
        {
            return null;
        }

        var hearings = await connection.RowsAsync<Hearing>(Heard.By(taken), ct);
        if (hearings.Count > 0)
        {
            await connection.ExecuteAsync(NoticeBook.Keep(hearings), ct);
        }

        await transaction.CommitAsync(ct);
        return hearings.Count;
    }
}
