using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Shared;

namespace Kim.Market.Web.Features.Feeds;

/// <summary>Goods for the catalogues of others: <c>/produk.xml</c> of the whole market, <c>/kim/{slug}/produk.xml</c> of one KIM.</summary>
public static class FeedsFeature
{
    private const string Type = "application/rss+xml; charset=utf-8";

    public static IServiceCollection AddFeeds(this IServiceCollection services) => services.AddSingleton<GoodsFeed>().AddSingleton<PackedShelf>();

    public static void MapGoodsFeeds(this IEndpointRouteBuilder app)
    {
        app.MapGet("/produk.xml", async (HttpContext context, PackedShelf shelf, GoodsFeed feed, CancellationToken ct) =>
            {
                var site = PageAddress.SiteOf(context);
                return PackedShelf.Answer(
                    context, await shelf.FindAsync($"produk {site}", async () => await feed.DrawAsync(null, "Pasar KIM", "/cari", site, ct), ct), Type);
            })
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengambil daftar produk untuk katalog lain" });
        app.MapGet("/kim/{slug}/produk.xml", async (HttpContext context, PackedShelf shelf, GoodsFeed feed, EnquiryTargets kims, string slug, CancellationToken ct) =>
            {
                if (!Slug.IsValid(slug) || await kims.KimAsync(slug, ct) is not { } kim)
                {
                    return TypedResults.NotFound();
                }

                var site = PageAddress.SiteOf(context);
                return PackedShelf.Answer(
                    context,
                    await shelf.FindAsync($"produk {site} {slug}", async () => await feed.DrawAsync(kim.GroupId, kim.Name, $"/kim/{slug}", site, ct), ct), Type);
            })
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Mengambil daftar produk untuk katalog lain" });
    }
}
