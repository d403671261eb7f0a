using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Readings;

/// <summary>Forgets who read what when nobody will ask any more: two years after.</summary>
public sealed class ReadingAge(NpgsqlDataSource db, TimeProvider clock, ILogger<ReadingAge> log) : Sweep(TimeSpan.FromHours(6), clock, log)
{
    public const int Years = 2;

    public override Task<int> SweepAsync(CancellationToken ct) =>
        db.ExecuteAsync($"delete from app.readings where day < {DateFormat.DayIn(Clock.GetUtcNow(), Zone.Wita).AddYears(-Years)}", ct);
}
