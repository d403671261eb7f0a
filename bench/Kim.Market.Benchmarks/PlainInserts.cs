using System.Text.Json;
using Kim.Market.Benchmarks.Orders;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks;

/// <summary>What PostgreSQL itself needs to commit such rows: prepared inserts that check nothing and read nothing.</summary>
public sealed class PlainInserts(NpgsqlDataSource db)
{
    public const string Schema = "plain";

    private const string NewStream =
        """
        insert into plain.mt_streams (id, type, version, timestamp, created, tenant_id, is_archived)
        values ($1, 'order', 3, now(), now(), '*DEFAULT*', false)
        """;

    private const string ThreeEvents =
        """
        insert into plain.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        values (nextval('plain.mt_events_sequence'), $3, $1, $2 + 1, $6, $9, now(), '*DEFAULT*', $10, false),
               (nextval('plain.mt_events_sequence'), $4, $1, $2 + 2, $7, $9, now(), '*DEFAULT*', $10, false),
               (nextval('plain.mt_events_sequence'), $5, $1, $2 + 3, $8, $9, now(), '*DEFAULT*', $10, false)
        """;

    private const string MoveStream = "update plain.mt_streams set version = $2 + 3, timestamp = now() where id = $1";

    private const string KeepDocument =
        """
        insert into plain.order_documents as d (id, data, version, written_at) values ($1, $2, $3, transaction_timestamp())
        on conflict (id) do update set data = excluded.data, version = excluded.version, written_at = excluded.written_at
        """;

    public async Task AppendAsync(Guid stream, long version, object[] events, Order? document = null)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection);
        var move = new NpgsqlBatchCommand(version == 0 ? NewStream : MoveStream);
        Baseline.Add(move, stream, NpgsqlDbType.Uuid);
        if (version > 0)
        {
            Baseline.Add(move, version, NpgsqlDbType.Bigint);
        }

        batch.BatchCommands.Add(move);
        var insert = new NpgsqlBatchCommand(ThreeEvents);
        Baseline.Add(insert, stream, NpgsqlDbType.Uuid);
        Baseline.Add(insert, version, NpgsqlDbType.Bigint);
        foreach (var _ in events)
        {
            Baseline.Add(insert, Guid.CreateVersion7(), NpgsqlDbType.Uuid);
        }

        foreach (var data in events)
        {
            Baseline.Add(insert, JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), OrderJson.Default), NpgsqlDbType.Jsonb);
        }

        Baseline.Add(insert, "tracking_updated", NpgsqlDbType.Varchar);
        Baseline.Add(insert, "Kim.Market.Benchmarks.Orders.TrackingUpdated, Kim.Market.Benchmarks", NpgsqlDbType.Varchar);
        batch.BatchCommands.Add(insert);
        if (document is not null)
        {
            var keep = new NpgsqlBatchCommand(KeepDocument);
            Baseline.Add(keep, stream, NpgsqlDbType.Uuid);
            Baseline.Add(keep, JsonSerializer.SerializeToUtf8Bytes(document, OrderJson.Default.Order), NpgsqlDbType.Jsonb);
            Baseline.Add(keep, version + 3, NpgsqlDbType.Bigint);
            batch.BatchCommands.Add(keep);
        }

        await batch.ExecuteNonQueryAsync();
    }
}
