using System.Text.Json;
using System.Threading.Channels;
using Kim.Market.Benchmarks.Orders;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks;

/// <summary>The yardstick for reading everything: a rebuild stream by stream, and a catch-up page by page.</summary>
public sealed class BaselineReaders(NpgsqlDataSource db)
{
    private const string SelectByStream =
        """
        select stream_id, version, type, data from baseline.mt_events
        where seq_id <= $1 and type = any($2) and is_archived is not true
        order by stream_id, version
        """;

    private const string SelectPage =
        """
        select seq_id, stream_id, version, type, data from baseline.mt_events
        where seq_id > $1 and seq_id <= $2 and type = any($3) and is_archived is not true
        order by seq_id limit $4
        """;

    private const string SelectDocuments = "select id, data from baseline.order_documents where id = any($1)";

    private const string KeepDocuments =
        """
        insert into baseline.order_documents as d (id, data, version, written_at)
        select u.id, u.data, u.v, transaction_timestamp() from unnest($1, $2, $3) as u(id, data, v)
        on conflict (id) do update set data = excluded.data, version = excluded.version, written_at = excluded.written_at
        """;

    private const string KeepProgress =
        """
        insert into baseline.mt_event_progression as p (name, last_seq_id, last_updated) values ('orders', $1, transaction_timestamp())
        on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
        """;

    private readonly Dictionary<Guid, Order> _cache = [];

    public async Task<long> RebuildAsync(long upTo)
    {
        await using var source = await db.OpenConnectionAsync();
        await using var target = await db.OpenConnectionAsync();
        await using var reading = await source.BeginTransactionAsync();
        await using (var memory = new NpgsqlCommand("set local work_mem = '256MB'", source))
        {
            await memory.ExecuteNonQueryAsync();
        }

        await using var writing = await target.BeginTransactionAsync();
        var count = 0L;
        await using (var command = new NpgsqlCommand(SelectByStream, source) { CommandTimeout = 600 })
        await using (var copy = await target.BeginBinaryImportAsync(
            "copy baseline.order_documents (id, data, version, written_at) from stdin (format binary)"))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
            command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Baseline.Aliases });
            await using var row = await command.ExecuteReaderAsync();
            var (stream, order, version) = (Guid.Empty, (Order?)null, 0L);
            for (; await row.ReadAsync(); count++)
            {
                if (row.GetGuid(0) != stream)
                {
                    await WriteAsync(copy, order, version);
                    (stream, order) = (row.GetGuid(0), null);
                }

                order = Order.Evolve(order, Baseline.ReadEvent(row, 2, 3));
                version = row.GetInt64(1);
            }

            await WriteAsync(copy, order, version);
            await copy.CompleteAsync();
        }

        await writing.CommitAsync();
        return count;
    }

    public async Task<long> CatchUpAsync(long upTo, int pageSize)
    {
        _cache.Clear();
        var pages = Channel.CreateBounded<List<(Guid Stream, long Version, object Data, long Sequence)>>(2);
        var reading = Task.Run(async () =>
        {
            var after = 0L;
            while (await PageAsync(after, upTo, pageSize) is { Count: > 0 } page)
            {
                after = page[^1].Sequence;
                await pages.Writer.WriteAsync(page);
            }

            pages.Writer.Complete();
        });
        var count = 0L;
        await foreach (var page in pages.Reader.ReadAllAsync())
        {
            await ApplyAsync(page);
            count += page.Count;
        }

        await reading;
        return count;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, Order? order, long version)
    {
        if (order is not null)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(order.Id, NpgsqlDbType.Uuid);
            await copy.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(order, OrderJson.Default.Order), NpgsqlDbType.Jsonb);
            await copy.WriteAsync(version, NpgsqlDbType.Bigint);
            await copy.WriteAsync(order.UpdatedAt, NpgsqlDbType.TimestampTz);
        }
    }

    private async Task<List<(Guid Stream, long Version, object Data, long Sequence)>> PageAsync(long after, long upTo, int limit)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(SelectPage, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = Baseline.Aliases });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        var page = new List<(Guid, long, object, long)>(limit);
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            page.Add((row.GetGuid(1), row.GetInt64(2), Baseline.ReadEvent(row, 3, 4), row.GetInt64(0)));
        }

        return page;
    }

    private async Task ApplyAsync(List<(Guid Stream, long Version, object Data, long Sequence)> page)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var select = new NpgsqlCommand(SelectDocuments, connection);
        await OrderPages.LoadMissingAsync(_cache, page.Where(e => e.Version > 1).Select(e => e.Stream), select);
        var versions = new Dictionary<Guid, long>();
        foreach (var (stream, version, data, _) in page)
        {
            _cache[stream] = Order.Evolve(_cache.GetValueOrDefault(stream), data);
            versions[stream] = version;
        }

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(OrderPages.Keep(new(KeepDocuments), versions, _cache));
        var progress = new NpgsqlBatchCommand(KeepProgress);
        Baseline.Add(progress, page[^1].Sequence, NpgsqlDbType.Bigint);
        batch.BatchCommands.Add(progress);
        await batch.ExecuteNonQueryAsync();
    }
}
