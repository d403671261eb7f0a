using System.Text.Json.Nodes;
using Kim.Market.Domain.Reviews;
using Kim.Market.Web.Features.Shared;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>A stall in the words of schema.org: a business of a place, without its number.</summary>
public static class BusinessLinkedData
{
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static JsonObject Of(BusinessPage business, string site)
    {
        var page = $"{site}/toko/{business.Slug}";
        var data = new JsonObject
        {
            ["@type"] = "LocalBusiness",
            ["@id"] = page,
            ["name"] = business.Name,
            ["url"] = page,
            ["address"] = LinkedData.Place(business.Place)["address"]!.DeepClone(),
            ["currenciesAccepted"] = "IDR",
            ["parentOrganization"] = LinkedData.Organization(business.Group, $"{site}/kim/{business.GroupSlug}"),
        };
        if (business.About.Length > 0)
        {
            data["description"] = business.About;
        }

        if (business.Said is { Average: { } average } said)
        {
            data["aggregateRating"] = new JsonObject
            {
                ["@type"] = "AggregateRating", ["ratingValue"] = average, ["reviewCount"] = said.Count, ["bestRating"] = Review.MostStars,
            };
        }

        return data;
    }
}
