using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Stories;

/// <summary>The newest stories as a feed (Atom, RFC 4287): <c>/cerita.atom</c> of all KIM, <c>/kim/{slug}/cerita.atom</c> of one.</summary>
public static class FeedRoutes
{
    private const int Most = 20;

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        app.MapGet("/cerita.atom", (HttpContext context, StoryPages pages, Words words, CancellationToken ct) =>
                AnswerAsync(context, pages, null, words["Cerita dari desa"], "/cerita", ct))
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengikuti cerita KIM lewat Atom" });
        app.MapGet("/kim/{slug}/cerita.atom", async (HttpContext context, StoryPages pages, EnquiryTargets kims, Words words, string slug, CancellationToken ct) =>
                Slug.IsValid(slug) && await kims.KimAsync(slug, ct) is { } kim
                    ? await AnswerAsync(context, pages, slug, words["Cerita {0}", kim.Name], $"/kim/{slug}", ct)
                    : TypedResults.NotFound())
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengikuti cerita KIM lewat Atom" });
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, StoryPages pages, string? slug, string title, string page, CancellationToken ct)
    {
        var stories = await pages.NewestAsync(slug, null, Most, ct);
        var site = PageAddress.SiteOf(context);
        var newest = stories.Count == 0 ? DateTimeOffset.UnixEpoch : stories.Max(story => new DateTimeOffset(story.TouchedAt));
        var tag = $"\"{newest.UtcTicks:x}-{stories.Count}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return context.Request.Headers.IfNoneMatch.ToString() == tag
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(Write(Feed(stories, site, title, page, newest)), "application/atom+xml; charset=utf-8");
    }

    private static SyndicationFeed Feed(List<ListedStory> stories, string site, string title, string page, DateTimeOffset newest)
    {
        var feed = new SyndicationFeed(title, null, new Uri(site + page), site + page, newest)
        {
            Items = stories.Select(story =>
            {
                var address = new Uri($"{site}/cerita/{story.Slug}");
                var item = new SyndicationItem(story.Title, "", address, address.ToString(), story.TouchedAt)
                {
                    PublishDate = story.WrittenAt,
                    Summary = new TextSyndicationContent(story.Excerpt),
                };
                item.Authors.Add(new SyndicationPerson(null, story.Group, $"{site}/kim/{story.GroupSlug}"));
                return item;
            }),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(site + (page == "/cerita" ? "/cerita.atom" : page + "/cerita.atom")), "application/atom+xml"));
        return feed;
    }

    private static byte[] Write(SyndicationFeed feed)
    {
        using var text = new MemoryStream();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return text.ToArray();
    }
}
