using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Demand;

/// <summary>Forgets searches that are too old to count, and the words that too few have typed since.</summary>
public sealed class DemandAge(NpgsqlDataSource db, TimeProvider clock, ILogger<DemandAge> log) : Sweep(TimeSpan.FromHours(1), clock, log)
{
    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var old = await db.ExecuteAsync($"delete from app.demand_marks where day < {DemandLog.Since(Clock)}", ct);
        return old + await db.ExecuteAsync(
            $"""
            delete from app.demand_terms t
            where (select count(distinct m.visitor) from app.demand_marks m where m.mark = t.mark) < {DemandTerm.Fewest}
            """, ct);
    }
}
