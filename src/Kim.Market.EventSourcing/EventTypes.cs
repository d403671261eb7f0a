using System.Collections.Frozen;
using System.Text.Json;

namespace Kim.Market.EventSourcing;

/// <summary>Every kind of event there is: the two-way map between a record and the name it is stored under.</summary>
public sealed class EventTypes
{
    private readonly FrozenDictionary<Type, EventType> _byType;
    private readonly FrozenDictionary<string, Reading> _byAlias;

    /// <exception cref="ArgumentException">A record or a name is registered twice.</exception>
    public EventTypes(params EventType[] types)
    {
        var readings = new Dictionary<string, Reading>(StringComparer.Ordinal);
        var byType = new Dictionary<Type, EventType>();
        foreach (var type in types)
        {
            byType.Add(type.Type, type);
            readings.Add(type.Alias, new(type.Alias, type, Upcast: null));
            foreach (var (oldAlias, upcast) in type.Museum)
            {
                readings.Add(oldAlias, new(oldAlias, type, upcast));
            }
        }

        _byType = byType.ToFrozenDictionary();
        _byAlias = readings.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every registered record.</summary>
    public IReadOnlyCollection<Type> All => _byType.Keys;

    public string NameOf(Type type) => this[type].Alias;

    /// <summary>All names that events of these types are or were stored under.</summary>
    public string[] AliasesOf(IEnumerable<Type> types) =>
        [.. types.SelectMany(type => this[type].Museum.Keys.Prepend(this[type].Alias))];

    /// <exception cref="InvalidOperationException">No record bears that name.</exception>
    public object Read(string alias, ReadOnlySpan<byte> utf8) => Find(alias).Read(utf8);

    internal EventType this[Type type] => _byType.TryGetValue(type, out var found)
        ? found
        : throw new InvalidOperationException($"{type.Name} is not registered as an event.");

    internal Reading Find(string alias) => _byAlias.TryGetValue(alias, out var reading)
        ? reading
        : throw new InvalidOperationException($"An event is stored as '{alias}', but no record bears that name.");

    /// <summary>How what is stored under one name becomes a record.</summary>
    internal sealed record Reading(string Alias, EventType Type, Func<JsonElement, object>? Upcast)
    {
        public object Read(ReadOnlySpan<byte> utf8)
        {
            if (Upcast is null)
            {
                return Type.Read(utf8);
            }

            var reader = new Utf8JsonReader(utf8);
            return Upcast(JsonElement.ParseValue(ref reader));
        }
    }
}
