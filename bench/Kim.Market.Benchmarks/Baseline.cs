using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kim.Market.Benchmarks.Orders;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks;

/// <summary>The yardstick: the least that an event store over Npgsql has to do, with nothing around it.</summary>
public sealed class Baseline(NpgsqlDataSource db)
{
    /// <summary>Event tables of the same layout, in a schema of their own.</summary>
    public const string Schema = "baseline";

    private const string NewStream =
        """
        insert into baseline.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, $2, $3, now(), now(), '*DEFAULT*', false)
        """;

    private const string NewEvents =
        """
        insert into baseline.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select nextval('baseline.mt_events_sequence'), e.id, $1, e.ord, e.data, e.type, now(), '*DEFAULT*', e.dotnet, false
        from unnest($2, $3, $4, $5) with ordinality as e(id, type, dotnet, data, ord)
        """;

    private const string MoreEvents =
        """
        with s as (update baseline.mt_streams set version = $2 + $3, timestamp = now() where id = $1 and version = $2 and is_archived is not true returning id)
        insert into baseline.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select case when s.id is not null then nextval('baseline.mt_events_sequence') end, e.id, $1, $2 + e.ord, e.data, e.type, now(), '*DEFAULT*', e.dotnet, false
        from unnest($4, $5, $6, $7) with ordinality as e(id, type, dotnet, data, ord) left join s on true
        """;

    private const string KeepDocument =
        """
        insert into baseline.order_documents as d (id, data, version, written_at) values ($1, $2, $3, transaction_timestamp())
        on conflict (id) do update set data = excluded.data, version = excluded.version, written_at = excluded.written_at
        """;

    private const string SelectStream =
        "select data, type, version from baseline.mt_events where stream_id = $1 and version > $2 and is_archived is not true order by version";

    private const string SelectDocument = "select data, version from baseline.order_documents where id = $1";

    private static readonly Dictionary<Type, (string Alias, string Name, JsonTypeInfo Json)> ByType = new()
    {
        [typeof(OrderPlaced)] = Named("order_placed", OrderJson.Default.OrderPlaced),
        [typeof(PaymentReceived)] = Named("payment_received", OrderJson.Default.PaymentReceived),
        [typeof(OrderShipped)] = Named("order_shipped", OrderJson.Default.OrderShipped),
        [typeof(TrackingUpdated)] = Named("tracking_updated", OrderJson.Default.TrackingUpdated),
        [typeof(OrderCompleted)] = Named("order_completed", OrderJson.Default.OrderCompleted),
    };

    private static readonly Dictionary<string, JsonTypeInfo> ByAlias = ByType.Values.ToDictionary(type => type.Alias, type => type.Json);

    public static string[] Aliases => [.. ByAlias.Keys];

    /// <param name="document">Written in the same transaction.</param>
    public async Task AppendAsync(Guid stream, long expected, object[] events, Order? document = null)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var count = events.Length;
        var (ids, types, names, bodies) = (new Guid[count], new string[count], new string[count], new byte[count][]);
        for (var i = 0; i < count; i++)
        {
            var type = ByType[events[i].GetType()];
            (ids[i], types[i], names[i]) = (Guid.CreateVersion7(), type.Alias, type.Name);
            bodies[i] = JsonSerializer.SerializeToUtf8Bytes(events[i], type.Json);
        }

        if (expected == 0)
        {
            var start = new NpgsqlBatchCommand(NewStream);
            Add(start, stream, NpgsqlDbType.Uuid);
            Add(start, "order", NpgsqlDbType.Varchar);
            Add(start, (long)count, NpgsqlDbType.Bigint);
            batch.BatchCommands.Add(start);
        }

        var insert = new NpgsqlBatchCommand(expected == 0 ? NewEvents : MoreEvents);
        Add(insert, stream, NpgsqlDbType.Uuid);
        if (expected > 0)
        {
            Add(insert, expected, NpgsqlDbType.Bigint);
            Add(insert, (long)count, NpgsqlDbType.Bigint);
        }

        Add(insert, ids, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Add(insert, types, NpgsqlDbType.Array | NpgsqlDbType.Varchar);
        Add(insert, names, NpgsqlDbType.Array | NpgsqlDbType.Varchar);
        Add(insert, bodies, NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
        batch.BatchCommands.Add(insert);
        if (document is not null)
        {
            var keep = new NpgsqlBatchCommand(KeepDocument);
            Add(keep, stream, NpgsqlDbType.Uuid);
            Add(keep, JsonSerializer.SerializeToUtf8Bytes(document, OrderJson.Default.Order), NpgsqlDbType.Jsonb);
            Add(keep, expected + count, NpgsqlDbType.Bigint);
            batch.BatchCommands.Add(keep);
        }

        await batch.ExecuteNonQueryAsync();
    }

    public async Task<(Order? Order, long Version)> LoadAsync(Guid stream)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(SelectStream, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = 0, NpgsqlDbType = NpgsqlDbType.Bigint });
        await using var row = await command.ExecuteReaderAsync();
        var (order, version) = ((Order?)null, 0L);
        while (await row.ReadAsync())
        {
            order = Order.Evolve(order, Read(row, 0, ByAlias[row.GetString(1)]));
            version = row.GetInt64(2);
        }

        return (order, version);
    }

    public async Task<(Order? Order, long Version)> LoadDocumentAsync(Guid stream)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(SelectDocument, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream, NpgsqlDbType = NpgsqlDbType.Uuid });
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? ((Order)Read(row, 0, OrderJson.Default.Order), row.GetInt64(1)) : (null, 0);
    }

    public static object ReadEvent(NpgsqlDataReader row, int alias, int body) => Read(row, body, ByAlias[row.GetString(alias)]);

    public static object Read(NpgsqlDataReader row, int column, JsonTypeInfo type)
    {
        using var stream = row.GetStream(column);
        var length = (int)stream.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        stream.ReadExactly(buffer, 0, length);
        var start = length > 0 && buffer[0] == 1 ? 1 : 0;
        var value = JsonSerializer.Deserialize(buffer.AsSpan(start, length - start), type)!;
        ArrayPool<byte>.Shared.Return(buffer);
        return value;
    }

    public static void Add<T>(NpgsqlBatchCommand command, T value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });

    private static (string Alias, string Name, JsonTypeInfo Json) Named<T>(string alias, JsonTypeInfo<T> json) =>
        (alias, $"{typeof(T).FullName}, {typeof(T).Assembly.GetName().Name}", json);
}
