using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Readings;

/// <summary>
/// Writes down whenever somebody with an account opens what is sealed of a person. It stands behind the vault itself, so that no page can
/// forget it. Who has no account reads by the key of their own order, and workers read for nobody's eyes.
/// </summary>
public sealed partial class ReadingLog(NpgsqlDataSource db, IHttpContextAccessor http, TimeProvider clock, ILogger<ReadingLog> log)
{
    // Turning a page back and forth is one look.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    /// <param name="subjects">What was opened.</param>
    public async Task NoteAsync(IEnumerable<Guid> subjects, CancellationToken ct)
    {
        if (http.HttpContext is not { } context || context.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || subjects.Distinct().Where(subject => subject != Id<Member>.Parse(id, null).Value).ToArray() is not { Length: > 0 } opened)
        {
            return;
        }

        var (now, member) = (clock.GetUtcNow(), Id<Member>.Parse(id, null).Value);
        var via = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        try
        {
            await db.ExecuteAsync(
                $"""
                insert into app.readings as r (member_id, via, day, subject, last_at)
                select {member}, {'/' + via.TrimStart('/')}, {DateFormat.DayIn(now, Zone.Wita)}, subject, {now} from unnest({opened}) subject order by subject
                on conflict (day, member_id, via, subject) do update set times = r.times + 1, last_at = excluded.last_at
                where r.last_at < {now - Look}
                """, ct);
        }
        catch (NpgsqlException failure)
        {
            NotWritten(log, failure); // a full disk must not keep a seller from the address of an order
        }
    }

    [LoggerMessage(LogLevel.Error, "A reading of personal data could not be written down.")]
    private static partial void NotWritten(ILogger logger, Exception failure);
}
