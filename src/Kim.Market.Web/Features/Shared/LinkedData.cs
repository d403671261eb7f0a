using System.Globalization;
using System.Text.Json.Nodes;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Shared;

/// <summary>
/// What pages are about in the words of schema.org, for those who read them by machine. The serializer escapes every sign that could end
/// the script element it stands in.
/// </summary>
public static class LinkedData
{
    /// <summary>The way from home to a page, and the things the page is about; null where there is nothing to say.</summary>
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static string? Of(IReadOnlyList<Crumb> crumbs, IReadOnlyList<JsonObject> things, string home, PageAddress address, string site)
    {
        if (crumbs.Count == 0 && things.Count == 0)
        {
            return null;
        }

        var graph = new JsonArray([.. things.Select(thing => (JsonNode)thing)]);
        if (crumbs.Count > 0)
        {
            graph.Add(Way(crumbs, home, address, site));
        }

        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = graph }.ToJsonString();
    }

    /// <summary>A place by its name, and what it lies in.</summary>
    public static JsonObject Place(string name, string? within = null) => new()
    {
        ["@type"] = "Place",
        ["name"] = name,
        ["address"] = new JsonObject { ["@type"] = "PostalAddress", ["addressLocality"] = within ?? name, ["addressCountry"] = "ID" },
    };

    /// <summary>Somebody who answers for something, by name and page.</summary>
    public static JsonObject Organization(string name, string address) => new() { ["@type"] = "Organization", ["name"] = name, ["url"] = address };

    /// <summary>The next day on which a KIM hands out what was ordered; null where none is coming.</summary>
    public static JsonObject? Event(KnownMarketDay day, string address, DateTimeOffset now)
    {
        if (day.Coming(now).FirstOrDefault(date => date.CalledOff is null) is not { } next)
        {
            return null;
        }

        var zone = MarketDate.ZoneOf(day.Terms);
        return new()
        {
            ["@type"] = "Event",
            ["name"] = $"{day.Group}, {DateFormat.Weekday(next.Date)}",
            ["startDate"] = Local(next.From, zone),
            ["endDate"] = Local(next.Until, zone),
            ["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode",
            ["eventStatus"] = "https://schema.org/EventScheduled",
            ["location"] = Place(day.Terms.Place, day.Group),
            ["organizer"] = Organization(day.Group, address),
            ["url"] = address,
        };
    }

    /// <summary>When somebody is there, by the clock of the place.</summary>
    public static JsonObject Hours(OpeningTime time) => new()
    {
        ["@type"] = "OpeningHoursSpecification",
        ["dayOfWeek"] = $"https://schema.org/{time.Day}",
        ["opens"] = time.Opens.ToString("HH:mm", CultureInfo.InvariantCulture),
        ["closes"] = time.Closes.ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    private static string Local(DateTimeOffset moment, Zone zone) =>
        moment.ToOffset(zone.Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static JsonObject Way(IReadOnlyList<Crumb> crumbs, string home, PageAddress address, string site)
    {
        var steps = new JsonArray { Step(1, home, site + "/") };
        foreach (var crumb in crumbs)
        {
            steps.Add(Step(steps.Count + 1, crumb.Name, crumb.Href is { } href ? site + href.TrimStart('~') : address.CanonicalHere));
        }

        return new() { ["@type"] = "BreadcrumbList", ["itemListElement"] = steps };
    }

    private static JsonObject Step(int at, string name, string address) => new() { ["@type"] = "ListItem", ["position"] = at, ["name"] = name, ["item"] = address };
}
