using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kim.Market.EventSourcing;

/// <summary>One way of keeping a folded state; a new version leaves the snapshots of the old one unread.</summary>
public sealed record SnapshotKind<T>(string Name, int Version, JsonTypeInfo<T> Type)
{
    internal Sql Keep(Guid stream, long version, T state) =>
        $"""
        insert into events.snapshots as kept (stream_id, kind, schema_version, version, data, taken_at)
        values ({stream}, {Name}, {Version}, {version}, {Json.Of(state, Type)}, now())
        on conflict (stream_id, kind, schema_version) do update
        set version = excluded.version, data = excluded.data, taken_at = excluded.taken_at
        where kept.version < excluded.version
        """;

    internal T Read(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, Type)!;
}
