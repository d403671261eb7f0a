using System.Text.Json.Nodes;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Stories;

/// <summary>A story in the words of schema.org: an article by a KIM.</summary>
public static class StoryLinkedData
{
    /// <param name="photo">The name of its first picture; null where it has none.</param>
    /// <param name="site">Scheme and host the world knows the site by; empty where nobody has set it.</param>
    public static JsonObject Of(StoryPage story, string? photo, string site)
    {
        var page = $"{site}/cerita/{story.Slug}";
        var kim = LinkedData.Organization(story.Group, $"{site}/kim/{story.GroupSlug}");
        var data = new JsonObject
        {
            ["@type"] = "Article",
            ["headline"] = story.Title,
            ["datePublished"] = DateFormat.Machine(story.WrittenAt),
            ["dateModified"] = DateFormat.Machine(story.ChangedAt ?? story.WrittenAt),
            ["inLanguage"] = "id",
            ["author"] = kim,
            ["publisher"] = kim.DeepClone(),
            ["mainEntityOfPage"] = page,
            ["description"] = StoryTeaser.Cut(story.Parts[0].Text),
        };
        if (photo is not null)
        {
            data["image"] = $"{site}/foto/{photo}-1280.jpg";
        }

        return data;
    }
}
