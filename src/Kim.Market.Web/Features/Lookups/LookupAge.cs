using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Lookups;

/// <summary>Throws away requests and openings whose time is over. Once in a node's life it also gives orders from before there were marks theirs.</summary>
public sealed class LookupAge(NpgsqlDataSource db, BuyerMarks marks, TimeProvider clock, ILogger<LookupAge> log) : Sweep(TimeSpan.FromHours(1), clock, log)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private bool _filled;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        await using var batch = db.CreateBatch();
        batch.Add($"delete from vault.lookups where asked_at < {now - Kept}");
        batch.Add($"delete from vault.lookup_openings where until < {now}");
        var gone = await batch.ExecuteNonQueryAsync(ct);
        if (!_filled)
        {
            await marks.FillAsync(ct);
            _filled = true;
        }

        return gone;
    }
}
