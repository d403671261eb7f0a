using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>The statements that take a stream to its next version, or refuse to. None of them draws a number.</summary>
internal static class StreamMoves
{
    /// <summary>An id in use fails on the primary key.</summary>
    private const string Start =
        """
        insert into events.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, $2, $3, $4, $4, '*DEFAULT*', false)
        """;

    /// <summary>Any other version, or an archived stream, would get a null timestamp, and that fails.</summary>
    private const string Move =
        """
        update events.mt_streams
        set version = $2 + $3, timestamp = case when version = $2 and is_archived is not true then $4 end
        where id = $1
        """;

    /// <summary>Queues on the row's lock and never conflicts; only an archived stream fails, on its null timestamp.</summary>
    private const string StartOrMove =
        """
        insert into events.mt_streams as s (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, $2, $3, $4, $4, '*DEFAULT*', false)
        on conflict (id) do update set
            version = s.version + excluded.version,
            timestamp = case when s.is_archived is not true then excluded.timestamp end
        """;

    public static NpgsqlBatchCommand Of(Appending append, DateTimeOffset at)
    {
        var command = new NpgsqlBatchCommand(append.Expected switch
        {
            Expected.New => Start,
            Expected.Any => StartOrMove,
            _ => Move,
        });
        command.With(append.Stream, NpgsqlDbType.Uuid);
        if (append.Expected > 0)
        {
            command.With(append.Expected, NpgsqlDbType.Bigint);
        }
        else
        {
            command.With(append.Kind, NpgsqlDbType.Text);
        }

        command.With((long)append.Events.Count, NpgsqlDbType.Bigint);
        command.With(at, NpgsqlDbType.TimestampTz);
        return command;
    }

    /// <summary>Whether it failed because the stream is not where it was expected.</summary>
    public static bool IsRefusal(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation;
}
