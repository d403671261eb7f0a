using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Demo;

/// <summary>How an invented KIM shows itself; the hours are the same on each of its days.</summary>
public sealed record DemoStorefront(
    string Kim, string Month, string Colour, StorefrontPart[] Parts, string[] Products, string Opens, string Closes, DayOfWeek[] Days, string? Web,
    string? Announcement, int ForDays);

/// <summary>Arranges the storefronts of <c>seeds/demo/storefronts.json</c>, of those KIM that are in the market.</summary>
internal sealed class DemoStorefronts(DemoSupply supply, DemoCalendar calendar, Marketplace marketplace)
{
    // Before the kitchens open.
    private const int Dawn = 22 * 60;

    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);

    public void Plan(DemoAgenda agenda)
    {
        foreach (var front in Read().Where(front => supply.Groups.ContainsKey(front.Kim)))
        {
            var at = calendar.In(front.Month, 9, Dawn);
            agenda.At(at, async ct =>
            {
                Agreed(front, await TellAsync(front, at, group => group.Arrange(Arranged(front), at), ct));
                if (front.Announcement is { } text)
                {
                    var until = new DateTimeOffset(calendar.Eve.AddDays(front.ForDays).Date, Wita);
                    Agreed(front, await TellAsync(front, at, group => group.Announce(text, until, at), ct));
                }
            });
        }
    }

    private Task<Refusal?> TellAsync(DemoStorefront front, DateTimeOffset at, Func<Group, Decision<GroupEvent>> decide, CancellationToken ct) =>
        marketplace.TellAsync(supply.Groups[front.Kim], decide, new Metadata(At: at), ct);

    private Storefront Arranged(DemoStorefront front)
    {
        var (opens, closes) = (TimeOnly.Parse(front.Opens, null), TimeOnly.Parse(front.Closes, null));
        return new(
            front.Colour, front.Parts, [.. front.Products.Where(supply.Products.ContainsKey).Select(key => supply.Products[key])],
            [.. front.Days.Select(day => new OpeningTime(day, opens, closes))], front.Web is { } web ? [new(ChannelKind.Web, web)] : []);
    }

    private static DemoStorefront[] Read() => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(DemoSeed.Folder, "demo", "storefronts.json")), DemoStorefrontJson.Default.DemoStorefrontArray)!;

    private static void Agreed(DemoStorefront front, Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The storefront of '{front.Kim}' was refused: {refusal.Code}.");
        }
    }
}

/// <summary>How the file is written: camel case, enums by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoStorefront[]))]
internal sealed partial class DemoStorefrontJson : JsonSerializerContext;
