using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Why and where a follower stands still, in <c>events.projection_errors</c>.</summary>
internal static class FollowerError
{
    /// <summary>
    /// Names the failure without repeating what the event says: messages from elsewhere may quote it, so of those only
    /// the type and the place are kept.
    /// </summary>
    public static string Describe(Exception failure) => failure switch
    {
        PostgresException e => $"{e.SqlState} {e.MessageText}",
        UnreadableEventException e => $"{e.Message} {Describe(e.InnerException!)}",
        FollowerSupersededException e => e.Message,
        _ => $"{failure.GetType().Name} {Place(failure)}",
    };

    public static Sql Keep(IFollower follower, Recorded at, Exception failure) =>
        Keep(follower, at.Sequence, at.Stream, at.Type, failure);

    public static Sql Keep(IFollower follower, UnreadableEventException failure) =>
        Keep(follower, failure.Sequence, failure.Stream, failure.Alias, failure);

    public static Sql Forget(IFollower follower) => $"delete from events.projection_errors where name = {follower.Name}";

    private static Sql Keep(IFollower follower, long sequence, Guid stream, string type, Exception failure) =>
        $"""
        insert into events.projection_errors as e (name, seq_id, stream_id, type, error, attempts, first_at, last_at)
        values ({follower.Name}, {sequence}, {stream}, {type}, {Describe(failure)}, 1, now(), now())
        on conflict (name) do update set
            seq_id = excluded.seq_id,
            stream_id = excluded.stream_id,
            type = excluded.type,
            error = excluded.error,
            attempts = case when e.seq_id = excluded.seq_id then e.attempts + 1 else 1 end,
            first_at = case when e.seq_id = excluded.seq_id then e.first_at else excluded.first_at end,
            last_at = excluded.last_at
        """;

    private static string? Place(Exception failure) =>
        failure.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault();
}
