using Kim.Market.Domain;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Stories;

/// <summary>Shows stories whose moment has come.</summary>
/// <remarks>Runs on every node; a story's own version lets only one of them show it.</remarks>
public sealed class StoryTimers(NpgsqlDataSource db, StoryDesk desk, TimeProvider clock, ILogger<StoryTimers> log)
    : Sweep(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 50;

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var shown = 0;
        foreach (var story in await db.RowsAsync<Guid>(
            $"select story_id from stories where shows_from <= {Clock.GetUtcNow()} order by shows_from limit {AtOnce}", ct))
        {
            await TryAsync(story, async () => shown += await desk.AppearAsync(new Id<Story>(story), ct) is null ? 1 : 0);
        }

        return shown;
    }
}
