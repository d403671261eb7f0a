using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Kim.Market.EventSourcing;

/// <summary>One kind of event: the name it is stored under, its record, and how older forms of it are read.</summary>
public sealed class EventType
{
    private readonly Lazy<JsonTypeInfo> _json;

    private EventType(string alias, Type type, Lazy<JsonTypeInfo> json, IReadOnlyDictionary<string, Func<JsonElement, object>> museum)
    {
        Alias = alias;
        Type = type;
        _json = json;
        Museum = museum;
        QualifiedName = $"{type.FullName}, {type.Assembly.GetName().Name}";
    }

    /// <summary>The stored name, for ever: rename the record, never this.</summary>
    public string Alias { get; }

    public Type Type { get; }

    /// <summary>What <c>mt_dotnet_type</c> holds.</summary>
    internal string QualifiedName { get; }

    /// <summary>Retired names, and how what is stored under them becomes today's record.</summary>
    internal IReadOnlyDictionary<string, Func<JsonElement, object>> Museum { get; }

    /// <param name="json">Asked for when the first such event is read or written: most programs meet few of the kinds there are.</param>
    public static EventType Of<T>(string alias, Func<JsonTypeInfo<T>> json)
        where T : class => new(alias, typeof(T), new(json), new Dictionary<string, Func<JsonElement, object>>());

    /// <summary>The same kind of event, which can also be read from what an older version stored.</summary>
    public EventType UpcastFrom(string oldAlias, Func<JsonElement, object> upcast) =>
        new(Alias, Type, _json, new Dictionary<string, Func<JsonElement, object>>(Museum) { [oldAlias] = upcast });

    internal byte[] Write(object data) => JsonSerializer.SerializeToUtf8Bytes(data, _json.Value);

    internal object Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, _json.Value) ?? throw new JsonException("An event cannot be null.");
}
