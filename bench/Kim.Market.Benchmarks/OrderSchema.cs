using System.Text.Json;
using Kim.Market.Benchmarks.Orders;
using Kim.Market.EventSourcing;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.Benchmarks;

/// <summary>The tables of all variants, and enough events to read again.</summary>
public static class OrderSchema
{
    private const int Spread = 1000;

    public static EventTypes Types { get; } = new(
        EventType.Of("order_placed", () => OrderJson.Default.OrderPlaced),
        EventType.Of("payment_received", () => OrderJson.Default.PaymentReceived),
        EventType.Of("order_shipped", () => OrderJson.Default.OrderShipped),
        EventType.Of("tracking_updated", () => OrderJson.Default.TrackingUpdated),
        EventType.Of("order_completed", () => OrderJson.Default.OrderCompleted));

    public static async Task InstallAsync(NpgsqlDataSource db)
    {
        await Schema.MigrateAsync(db, [new OrderList(), new OrderFollower()], [], rebuild: null, default);
        foreach (var schema in new[] { Baseline.Schema, PlainInserts.Schema })
        {
            await RunAsync(
                db,
                $"""
                create schema {schema};
                create sequence {schema}.mt_events_sequence;
                create table {schema}.mt_streams (like events.mt_streams including all);
                create table {schema}.mt_events (
                    like events.mt_events including all,
                    foreign key (stream_id) references {schema}.mt_streams (id) on delete cascade);
                create table {schema}.mt_event_progression (like events.mt_event_progression including all);
                create table {schema}.order_documents (
                    id uuid primary key, data jsonb not null, version bigint not null, written_at timestamptz not null);
                """);
        }
    }

    /// <summary>Replaces all events by orders of four, whose events lie some thousand positions apart.</summary>
    public static async Task FillAsync(NpgsqlDataSource db, int events)
    {
        await RunAsync(
            db, "truncate events.mt_streams, events.mt_events, baseline.mt_streams, baseline.mt_events, events.snapshots");
        await using (var connection = await db.OpenConnectionAsync())
        {
            var orders = Enumerable.Range(0, events / 4).Select(_ => Guid.CreateVersion7()).ToArray();
            await CopyStreamsAsync(connection, orders);
            await CopyEventsAsync(connection, orders);
        }

        await RunAsync(
            db,
            $"""
            select setval('events.mt_events_sequence', {events});
            insert into baseline.mt_streams select * from events.mt_streams;
            insert into baseline.mt_events select * from events.mt_events;
            vacuum analyze events.mt_streams, events.mt_events, baseline.mt_streams, baseline.mt_events
            """);
    }

    public static async Task RunAsync(NpgsqlDataSource db, string statements)
    {
        await using var connection = await db.OpenConnectionAsync();
        foreach (var statement in statements.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
#pragma warning disable CA2100 // the benchmark's own text
            await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task CopyStreamsAsync(NpgsqlConnection connection, Guid[] orders)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy events.mt_streams (id, type, version) from stdin (format binary)");
        foreach (var order in orders)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(order, NpgsqlDbType.Uuid);
            await copy.WriteAsync("order", NpgsqlDbType.Varchar);
            await copy.WriteAsync(4L, NpgsqlDbType.Bigint);
        }

        await copy.CompleteAsync();
    }

    private static async Task CopyEventsAsync(NpgsqlConnection connection, Guid[] orders)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy events.mt_events (seq_id, id, stream_id, version, data, type) from stdin (format binary)");
        var sequence = 0L;
        foreach (var (first, block) in orders.Chunk(Spread).Select((block, at) => (at * Spread, block)))
        {
            for (var version = 1; version <= 4; version++)
            {
                for (var i = 0; i < block.Length; i++)
                {
                    var (data, alias) = Event(block[i], version, first + i);
                    await copy.StartRowAsync();
                    await copy.WriteAsync(++sequence, NpgsqlDbType.Bigint);
                    await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                    await copy.WriteAsync(block[i], NpgsqlDbType.Uuid);
                    await copy.WriteAsync((long)version, NpgsqlDbType.Bigint);
                    await copy.WriteAsync(
                        JsonSerializer.SerializeToUtf8Bytes(data, data.GetType(), OrderJson.Default), NpgsqlDbType.Jsonb);
                    await copy.WriteAsync(alias, NpgsqlDbType.Varchar);
                }
            }
        }

        await copy.CompleteAsync();
    }

    private static (object Data, string Alias) Event(Guid order, int version, int n) => version switch
    {
        1 => (Make.Placed(order, n), "order_placed"),
        2 => (Make.Paid(order, n), "payment_received"),
        3 => (Make.Shipped(order, n), "order_shipped"),
        _ => (Make.Completed(order, n), "order_completed"),
    };
}
