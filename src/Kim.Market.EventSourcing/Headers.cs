using System.Buffers;
using System.Text.Json;

namespace Kim.Market.EventSourcing;

/// <summary>The <c>headers</c> of an event: who did it, and for whom.</summary>
internal static class Headers
{
    public static byte[]? Of(Metadata metadata)
    {
        if (metadata is { Actor: null, OnBehalfOf: null })
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata.Actor is { } actor)
            {
                json.WriteString("actor"u8, actor);
            }

            if (metadata.OnBehalfOf is { } onBehalfOf)
            {
                json.WriteString("onBehalfOf"u8, onBehalfOf);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads them tolerantly: there may be none, or another writer has left a JSON null or headers of its own.</summary>
    public static (Guid? Actor, Guid? OnBehalfOf) Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return (null, null);
        }

        var json = new Utf8JsonReader(utf8);
        var (actor, onBehalfOf) = ((Guid?)null, (Guid?)null);
        while (json.Read())
        {
            if (json.TokenType != JsonTokenType.PropertyName || json.CurrentDepth != 1)
            {
                continue;
            }

            if (json.ValueTextEquals("actor"u8))
            {
                actor = NextGuid(ref json);
            }
            else if (json.ValueTextEquals("onBehalfOf"u8))
            {
                onBehalfOf = NextGuid(ref json);
            }
        }

        return (actor, onBehalfOf);
    }

    private static Guid? NextGuid(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var value) ? value : null;
}
