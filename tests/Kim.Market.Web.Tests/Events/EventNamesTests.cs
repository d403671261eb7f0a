using System.Text.Json.Nodes;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Events;

namespace Kim.Market.Web.Tests.Events;

/// <summary>What is stored is for ever: names, shapes and the files of every released event.</summary>
public class EventNamesTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Events", "Golden");

    public static TheoryData<Type> Events =>
    [
        .. typeof(Order).Assembly.GetExportedTypes().Where(type =>
            type is { IsSealed: true, BaseType: { IsAbstract: true } parent } && parent.Name.EndsWith("Event", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_stored_event_has_a_record_and_every_record_a_file() => Assert.Equal(
        Events.Select(row => EventCatalogue.Types.NameOf(row.Data)).Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Golden, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Events))]
    public void A_released_event_is_read_and_written_as_ever(Type type)
    {
        var alias = EventCatalogue.Types.NameOf(type);
        var stored = File.ReadAllBytes(Path.Combine(Golden, alias + ".json"));

        var happened = EventCatalogue.Types.Read(alias, stored);

        Assert.IsType(type, happened);
        var written = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(happened, type, EventJson.Default);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(written)),
            $"{alias} is stored as {JsonNode.Parse(stored)!.ToJsonString()} and written as {JsonNode.Parse(written)!.ToJsonString()}.");
    }

    [Fact]
    public void An_order_of_before_there_were_tariffs_is_still_read()
    {
        var stored = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Events", "Before", "order_placed.json"));

        var placed = Assert.IsType<OrderPlaced>(EventCatalogue.Types.Read("order_placed", stored));

        Assert.Equal(62_000, placed.Total.Amount);
        Assert.Null(placed.Tariff);
        Assert.False(placed.AwaitsQuote);
    }

    [Fact]
    public void An_order_of_before_buyers_were_told_apart_is_still_read()
    {
        var stored = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Events", "Before", "order_placed_without_traits.json"));

        var placed = Assert.IsType<OrderPlaced>(EventCatalogue.Types.Read("order_placed", stored));

        Assert.Equal("Balai Contoh", placed.Market!.Place);
        Assert.Null(placed.From);
        Assert.Null(placed.Returning);
    }

    [Fact]
    public void A_potential_of_before_there_were_points_is_still_read()
    {
        var stored = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Events", "Before", "potential_proposed.json"));

        var proposed = Assert.IsType<PotentialProposed>(EventCatalogue.Types.Read("potential_proposed", stored));

        Assert.Equal("Ketinting 1 jam.", proposed.Sheet.Visit!.Route);
        Assert.Null(proposed.Sheet.Visit.Spot);
        Assert.Empty(proposed.Sheet.Pictures());
    }

    [Theory, MemberData(nameof(Events))]
    public void The_list_of_events_says_what_is_stored(Type type)
    {
        var fields = type.GetConstructors().Single().GetParameters().Select(parameter => $"{parameter.Name}: {Words(parameter.ParameterType)}");
        var line = $"| `{EventCatalogue.Types.NameOf(type)}` | {string.Join(", ", fields)} |";

        Assert.Contains(line, File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "docs", "events.md")));
    }

    private static string Words(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Words(inner) + "?"
        : type.IsArray ? Words(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"Id<{type.GetGenericArguments()[0].Name}>"
        : type == typeof(string) ? "string"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(bool) ? "bool"
        : type.Name;
}
