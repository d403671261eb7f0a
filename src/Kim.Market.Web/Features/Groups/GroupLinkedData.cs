using System.Text.Json.Nodes;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Groups;

/// <summary>A KIM in the words of schema.org, and the next of its market days.</summary>
public static class GroupLinkedData
{
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static IEnumerable<JsonObject> Of(GroupPage group, string site, DateTimeOffset now)
    {
        var page = $"{site}/kim/{group.Slug}";
        var data = LinkedData.Organization(group.Name, page);
        data["@id"] = page;
        data["areaServed"] = LinkedData.Place(group.Place);
        data["foundingDate"] = PastDay.Of(DateFormat.DayIn(group.ProposedAt, Zone.Of(group.TimeZone)));
        if (group.About.Length > 0)
        {
            data["description"] = group.About;
        }

        if (group.Front.Hours is { Length: > 0 } hours)
        {
            var place = LinkedData.Place(group.Place);
            place["openingHoursSpecification"] = new JsonArray([.. hours.Select(LinkedData.Hours)]);
            data["location"] = place;
        }

        if (group.Front.Channels is { Length: > 0 } channels)
        {
            data["sameAs"] = new JsonArray([.. channels.Select(channel => (JsonNode)channel.Address)]);
        }

        var open = group.IsDormant || group.IsDissolved ? [] : group.MarketDays;
        return [data, .. open.Select(day => LinkedData.Event(day, page, now)).OfType<JsonObject>()];
    }
}
