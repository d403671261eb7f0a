using Kim.Market.EventSourcing;
using Kim.Market.Web.Hosting;
using Npgsql;

namespace Kim.Market.Web.Features.Notices;

/// <summary>Throws away what nobody looks at any more.</summary>
public sealed class NoticeAge(NpgsqlDataSource db, TimeProvider clock, ILogger<NoticeAge> log) : Sweep(TimeSpan.FromHours(1), clock, log)
{
    private static readonly TimeSpan RemindersKept = TimeSpan.FromDays(400);
    private static readonly TimeSpan QuestionsKept = TimeSpan.FromDays(2);

    public override async Task<int> SweepAsync(CancellationToken ct)
    {
        var now = Clock.GetUtcNow();
        await using var batch = db.CreateBatch();
        batch.Add($"delete from app.reminders where at < {now - RemindersKept}");
        batch.Add($"delete from app.notices where at < {now - NoticeBook.Kept}");
        batch.Add($"delete from app.deliveries where dead_at < {now - Deliveries.Kept}");
        foreach (var statement in Subscriptions.ForgetUnanswered(now - QuestionsKept))
        {
            batch.Add(statement);
        }

        return await batch.ExecuteNonQueryAsync(ct);
    }
}
