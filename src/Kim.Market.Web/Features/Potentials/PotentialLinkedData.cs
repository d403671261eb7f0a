using System.Text.Json.Nodes;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Pictures;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>What a village has in the words of schema.org: a place to visit, or a place alone.</summary>
public static class PotentialLinkedData
{
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static JsonObject Of(PotentialPage potential, PotentialSheet sheet, string site)
    {
        var data = LinkedData.Place(sheet.Title, potential.Place);
        data["@type"] = sheet.Visit is null ? "Place" : "TouristAttraction";
        data["url"] = $"{site}/potensi/{potential.Slug}";
        data["description"] = sheet.Text;
        if (sheet.Pictures() is [var first, ..])
        {
            data["image"] = $"{site}/foto/{PictureName.Of(first.Hash, PictureLimits.Widest, PictureFormat.Jpeg)}";
        }

        data["containedInPlace"] = LinkedData.Place(potential.Name, potential.Place);
        if (sheet.Visit is { Ticket: { } ticket })
        {
            data["isAccessibleForFree"] = ticket.Amount == 0;
        }

        return data;
    }
}
