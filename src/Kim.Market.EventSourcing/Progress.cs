using Npgsql;

namespace Kim.Market.EventSourcing;

/// <summary>Where a follower stands, in <c>mt_event_progression</c>.</summary>
internal static class Progress
{
    /// <summary>The column whose null refuses a page.</summary>
    private const string Fence = "name";

    private const string Table = "mt_event_progression";

    public static string NameOf(IFollower follower) => $"{follower.Name}:All";

    /// <returns>Null when it has not begun.</returns>
    public static async Task<long?> FindAsync(NpgsqlConnection connection, IFollower follower, CancellationToken ct)
    {
        var found = await connection.QueryAsync(
            $"select last_seq_id from events.mt_event_progression where name = {NameOf(follower)}", row => row.GetInt64(0), ct);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Begins at the first event, unless it has begun.</summary>
    public static Sql Begin(IFollower follower) =>
        $"""
        insert into events.mt_event_progression (name, last_seq_id, last_updated)
        values ({NameOf(follower)}, 0, transaction_timestamp())
        on conflict do nothing
        """;

    /// <summary>
    /// Moves on, unless another leader has moved or the tables were rebuilt for another version: then the name would
    /// become null, and the whole page is refused with it.
    /// </summary>
    public static Sql Move(IFollower follower, long from, long to) =>
        $"""
        update events.mt_event_progression
        set name = case
                when last_seq_id = {from} and exists (
                    select from events.read_models m
                    where m.name = {follower.Name} and m.fingerprint = {((IReadModel)follower).Fingerprint})
                then name end,
            last_seq_id = {to},
            last_updated = transaction_timestamp()
        where name = {NameOf(follower)}
        """;

    public static bool IsFence(Exception failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.NotNullViolation, TableName: Table, ColumnName: Fence,
    };
}
