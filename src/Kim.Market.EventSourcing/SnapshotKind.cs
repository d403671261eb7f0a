using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace Kim.Market.EventSourcing;

/// <summary>One way of keeping a folded state; a new version leaves the snapshots of the old one unread.</summary>
public sealed record SnapshotKind<T>(string Name, int Version, JsonTypeInfo<T> Type)
{
    private const string KeepNewest =
        """
        insert into events.snapshots as kept (stream_id, kind, schema_version, version, data, taken_at)
        values ($1, $2, $3, $4, $5, now())
        on conflict (stream_id, kind, schema_version) do update
        set version = excluded.version, data = excluded.data, taken_at = excluded.taken_at
        where kept.version < excluded.version
        """;

    internal NpgsqlBatchCommand Keep(Guid stream, long version, T state)
    {
        var command = new NpgsqlBatchCommand(KeepNewest);
        command.With(stream, NpgsqlDbType.Uuid);
        command.With(Name, NpgsqlDbType.Text);
        command.With(Version, NpgsqlDbType.Integer);
        command.With(version, NpgsqlDbType.Bigint);
        command.With(JsonSerializer.SerializeToUtf8Bytes(state, Type), NpgsqlDbType.Jsonb);
        return command;
    }

    internal T Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Type)!;
}
