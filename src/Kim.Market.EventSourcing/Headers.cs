using System.Buffers;
using System.Text.Json;

namespace Kim.Market.EventSourcing;

/// <summary>The <c>headers</c> of an event: who did it, for whom, and from where.</summary>
internal static class Headers
{
    public static byte[]? Of(Metadata metadata)
    {
        if (metadata is { Actor: null, OnBehalfOf: null, Origin: null })
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>(256);
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

            if (metadata.Origin is { } origin)
            {
                json.WriteString("via"u8, origin.Via);
                if (origin.Device is { } device)
                {
                    json.WriteString("device"u8, device);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads them tolerantly: there may be none, or another writer has left a JSON null or headers of its own.</summary>
    public static (Guid? Actor, Guid? OnBehalfOf, Origin? Origin) Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return (null, null, null);
        }

        var json = new Utf8JsonReader(utf8);
        var (actor, onBehalfOf) = ((Guid?)null, (Guid?)null);
        var (via, device) = ((string?)null, (string?)null);
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
            else if (json.ValueTextEquals("via"u8))
            {
                via = NextText(ref json);
            }
            else if (json.ValueTextEquals("device"u8))
            {
                device = NextText(ref json);
            }
        }

        return (actor, onBehalfOf, via is null ? null : new(via, device));
    }

    private static Guid? NextGuid(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var value) ? value : null;

    private static string? NextText(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.String ? json.GetString() : null;
}
