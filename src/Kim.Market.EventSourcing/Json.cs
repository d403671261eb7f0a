using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kim.Market.EventSourcing;

/// <summary>UTF-8 JSON on its way into a <c>jsonb</c> column.</summary>
public readonly record struct Json(byte[] Utf8)
{
    public static Json Of<T>(T value, JsonTypeInfo<T> type) => new(JsonSerializer.SerializeToUtf8Bytes(value, type));
}
