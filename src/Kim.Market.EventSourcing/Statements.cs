using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>The statements that append. Their text is constant, so it is not written anew at every commit.</summary>
internal static class Statements
{
    /// <summary>An id in use fails on the primary key.</summary>
    private const string StartStream =
        """
        insert into events.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, $2, $3, $4, $4, '*DEFAULT*', false)
        """;

    /// <summary>Any other version, an archived stream or none at all would need a null timestamp, and that fails.</summary>
    private const string MoveStream =
        """
        merge into events.mt_streams as s
        using (values ($1::uuid)) as wanted (id) on s.id = wanted.id
        when matched then update set
            version = $2 + $3,
            timestamp = case when s.version = $2 and s.is_archived is not true then $4::timestamptz end
        when not matched then insert (id, timestamp) values (wanted.id, null)
        """;

    /// <summary>Queues on the row's lock and never conflicts; only an archived stream fails, on its null timestamp.</summary>
    private const string StartOrMoveStream =
        """
        insert into events.mt_streams as s (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, $2, $3, $4, $4, '*DEFAULT*', false)
        on conflict (id) do update set
            version = s.version + excluded.version,
            timestamp = case when s.is_archived is not true then excluded.timestamp end
        """;

    /// <summary>A version of 0 or less counts back from the stream's own, which only the database knows.</summary>
    private const string InsertEvents =
        """
        insert into events.mt_events
            (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
             correlation_id, causation_id, headers, is_archived)
        select
            nextval('events.mt_events_sequence'), e.id, e.stream,
            case when e.version > 0 then e.version
                 else e.version + (select s.version from events.mt_streams s where s.id = e.stream) end,
            e.data, e.type, $7, '*DEFAULT*', e.dotnet, $8, $9, $10, false
        from unnest($1, $2, $3, $4, $5, $6) as e (id, stream, version, type, dotnet, data)
        returning seq_id as appended, version
        """;

    /// <summary>The column that tells the rows of <see cref="InsertEvents"/> from those of other statements.</summary>
    public const string Appended = "appended";

    public static NpgsqlBatchCommand Move(Appending append, DateTimeOffset at)
    {
        var known = append.Expected > 0;
        var command = new NpgsqlBatchCommand(append.Expected switch
        {
            Expected.New => StartStream,
            Expected.Any => StartOrMoveStream,
            _ => MoveStream,
        });
        command.With(append.Stream, NpgsqlDbType.Uuid);
        if (known)
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

    public static NpgsqlBatchCommand Insert(
        IReadOnlyList<Appending> appends, int count, EventTypes types, Metadata metadata, DateTimeOffset at)
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

        var command = new NpgsqlBatchCommand(InsertEvents);
        command.With(ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.With(streams, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        command.With(versions, NpgsqlDbType.Array | NpgsqlDbType.Bigint);
        command.With(aliases, NpgsqlDbType.Array | NpgsqlDbType.Text);
        command.With(records, NpgsqlDbType.Array | NpgsqlDbType.Text);
        command.With(bodies, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        command.With(at, NpgsqlDbType.TimestampTz);
        command.With(metadata.Correlation, NpgsqlDbType.Text);
        command.With(metadata.Causation, NpgsqlDbType.Text);
        command.With(Headers.Of(metadata), NpgsqlDbType.Jsonb);
        return command;
    }

    public static void With<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
