using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web;

/// <summary>
/// Lists that travel inside a row, so that a page with several of them is still one statement: the same records that
/// <see cref="Rows"/> reads, by the same names.
/// </summary>
internal static class Lists
{
    private static readonly JsonSerializerOptions Named = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new Moments() },
    };

    /// <summary>The rows of a statement as one column; its order is kept.</summary>
    public static SqlPart Of(Sql rows) => SqlPart.Of($"(select json_agg(l) from ({SqlPart.Of(rows)}) l)::text");

    /// <param name="column">Null where there was no row.</param>
    public static List<T> Read<T>(string? column) => column is null ? [] : JsonSerializer.Deserialize<List<T>>(column, Named)!;

    // PostgreSQL writes an offset; a row has the moment in UTC.
    private sealed class Moments : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().UtcDateTime;

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
