using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kim.Market.EventSourcing;

/// <summary>One kind of event: the name it is stored under, its record, and how older forms of it are read.</summary>
public sealed class EventType
{
    private EventType(string alias, JsonTypeInfo json, IReadOnlyDictionary<string, Func<JsonElement, object>> museum)
    {
        Alias = alias;
        Json = json;
        Museum = museum;
        QualifiedName = $"{json.Type.FullName}, {json.Type.Assembly.GetName().Name}";
    }

    /// <summary>The stored name, for ever: rename the record, never this.</summary>
    public string Alias { get; }

    public Type Type => Json.Type;

    private JsonTypeInfo Json { get; }

    /// <summary>What <c>mt_dotnet_type</c> holds.</summary>
    internal string QualifiedName { get; }

    /// <summary>Retired names, and how what is stored under them becomes today's record.</summary>
    internal IReadOnlyDictionary<string, Func<JsonElement, object>> Museum { get; }

    public static EventType Of<T>(string alias, JsonTypeInfo<T> json)
        where T : class => new(alias, json, new Dictionary<string, Func<JsonElement, object>>());

    /// <summary>The same kind of event, which can also be read from what an older version stored.</summary>
    public EventType UpcastFrom(string oldAlias, Func<JsonElement, object> upcast) =>
        new(Alias, Json, new Dictionary<string, Func<JsonElement, object>>(Museum) { [oldAlias] = upcast });

    internal byte[] Write(object data) => JsonSerializer.SerializeToUtf8Bytes(data, Json);

    internal object Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Json) ?? throw new JsonException("An event cannot be null.");
}
