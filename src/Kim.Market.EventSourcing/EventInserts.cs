using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>The statements that insert the events of a commit, all of them in one.</summary>
internal static class EventInserts
{
    /// <summary>The column that tells their rows from those of other statements.</summary>
    public const string Appended = "appended";

    private const int FewAtMost = 4;

    private const string Into =
        """
        insert into events.mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
             correlation_id, causation_id, headers, is_archived)
        """;

    /// <summary>A version of 0 or less counts back from the stream's own, which only the database knows.</summary>
    private const string Many =
        Into +
        """

        select
            nextval('events.mt_events_sequence'), e.id, e.stream,
            case when e.version > 0 then e.version
                 else e.version + (select s.version from events.mt_streams s where s.id = e.stream) end,
            e.data, e.type, $1, '*DEFAULT*', e.dotnet, $2, $3, $4, false
        from unnest($5, $6, $7, $8, $9, $10) as e (id, stream, version, type, dotnet, data)
        returning seq_id as appended, version
        """;

    /// <summary>Plain rows are a little cheaper than lists unfolded, and most commits add one to three events to one stream.</summary>
    private static readonly string[] Few = [.. Enumerable.Range(1, FewAtMost).Select(FewOf)];

    /// <summary>
    /// The same with the stream's move in one statement: a commit that goes on with one stream is the most frequent of all. Where the
    /// stream is not at its version no number is drawn, and the missing number fails the statement.
    /// </summary>
    private static readonly string[] FewMoving = [.. Enumerable.Range(1, FewAtMost).Select(FewMovingOf)];

    /// <summary>Whether the events go on with one stream, and are few: then <see cref="Moving"/> moves it as well.</summary>
    public static bool CanMove(IReadOnlyList<Appending> appends, int count) =>
        appends.Count == 1 && appends[0].Expected > 0 && count is > 0 and <= FewAtMost;

    /// <summary>Moves the stream and inserts its events, or fails as a move that is refused.</summary>
    public static NpgsqlBatchCommand Moving(Appending append, EventTypes types, Metadata metadata, DateTimeOffset at)
    {
#pragma warning disable CA2100 // written below, from nothing but literals
        var command = new NpgsqlBatchCommand(FewMoving[append.Events.Count - 1]);
#pragma warning restore CA2100
        AddMetadata(command, metadata, at);
        AddFew(command, append, types);
        return command;
    }

    public static NpgsqlBatchCommand Of(
        IReadOnlyList<Appending> appends, int count, EventTypes types, Metadata metadata, DateTimeOffset at)
    {
        var isFew = appends.Count == 1 && count <= FewAtMost && appends[0].Expected != Expected.Any;
#pragma warning disable CA2100 // both are written above, from nothing but literals
        var command = new NpgsqlBatchCommand(isFew ? Few[count - 1] : Many);
#pragma warning restore CA2100
        AddMetadata(command, metadata, at);
        if (isFew)
        {
            AddFew(command, appends[0], types);
        }
        else
        {
            AddMany(command, appends, count, types);
        }

        return command;
    }

    /// <summary>Only a foreign writer, which does not lock the stream first, can take a version from us; none, that it never began.</summary>
    public static bool IsRefusal(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation;

    private static string FewOf(int count)
    {
        var text = new StringBuilder(Into).Append("\nvalues");
        for (var i = 0; i < count; i++)
        {
            var first = 7 + (i * 4);
            text.Append(i == 0 ? "\n" : ",\n").Append(
                null,
                $"""
                    (nextval('events.mt_events_sequence'), ${first}, $5, $6 + {i + 1}, ${first + 1}, ${first + 2}, $1, '*DEFAULT*',
                     ${first + 3}, $2, $3, $4, false)
                """);
        }

        return text.Append("\nreturning seq_id as appended, version").ToString();
    }

    private static string FewMovingOf(int count)
    {
        var text = new StringBuilder(
            $"""
            with moved as (
                update events.mt_streams set version = $6 + {count}, timestamp = $1
                where id = $5 and version = $6 and is_archived is not true
                returning id)

            """).Append(Into).Append(
            """

            select case when moved.id is not null then nextval('events.mt_events_sequence') end, e.id, $5, $6 + e.place, e.data, e.type,
                   $1, '*DEFAULT*', e.dotnet, $2, $3, $4, false
            from (values
            """);
        for (var i = 0; i < count; i++)
        {
            var first = 7 + (i * 4);
            text.Append(null, $"{(i == 0 ? "" : ",")} ({i + 1}, ${first}::uuid, ${first + 1}::jsonb, ${first + 2}, ${first + 3})");
        }

        return text.Append(") as e (place, id, data, type, dotnet) left join moved on true\nreturning seq_id as appended, version").ToString();
    }

    private static void AddMetadata(NpgsqlBatchCommand command, Metadata metadata, DateTimeOffset at)
    {
        command.With(at, NpgsqlDbType.TimestampTz);
        command.With(metadata.Correlation, NpgsqlDbType.Text);
        command.With(metadata.Causation, NpgsqlDbType.Text);
        command.With(Headers.Of(metadata), NpgsqlDbType.Jsonb);
    }

    private static void AddFew(NpgsqlBatchCommand command, Appending append, EventTypes types)
    {
        command.With(append.Stream, NpgsqlDbType.Uuid);
        command.With(append.Expected, NpgsqlDbType.Bigint);
        foreach (var data in append.Events)
        {
            var type = types[data.GetType()];
            command.With(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
            command.With(type.Write(data), NpgsqlDbType.Jsonb);
            command.With(type.Alias, NpgsqlDbType.Text);
            command.With(type.QualifiedName, NpgsqlDbType.Text);
        }
    }

    private static void AddMany(NpgsqlBatchCommand command, IReadOnlyList<Appending> appends, int count, EventTypes types)
    {
        var (ids, streams, versions) = (new Guid[count], new Guid[count], new long[count]);
        var (aliases, records, bodies) = (new string[count], new string[count], new byte[count][]);
        var next = 0;
        foreach (var append in appends)
        {
            var last = append.Expected == Expected.Any ? 0 : append.Expected + append.Events.Count;
            for (var i = 0; i < append.Events.Count; i++, next++)
            {
                var data = append.Events[i];
                var type = types[data.GetType()];
                ids[next] = Guid.CreateVersion7();
                streams[next] = append.Stream;
                versions[next] = last - append.Events.Count + i + 1;
                aliases[next] = type.Alias;
                records[next] = type.QualifiedName;
                bodies[next] = type.Write(data);
            }
        }

        command.With(ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.With(streams, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.With(versions, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        command.With(aliases, NpgsqlDbType.Array | NpgsqlDbType.Text);
        command.With(records, NpgsqlDbType.Array | NpgsqlDbType.Text);
        command.With(bodies, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
    }
}
