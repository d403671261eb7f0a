using System.IO.Compression;
using System.Text;
using Kim.Market.Web.Access;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Sitemaps;
using Kim.Market.Web.Language;

namespace Kim.Market.Web;

/// <summary>What search engines ask for first: <c>/robots.txt</c>, the index <c>/sitemap.xml</c>, and the files behind it.</summary>
public static class SitemapRoutes
{
    // A hundred times ten thousand pages of a kind.
    private const int MostFiles = 100;

    public static IServiceCollection AddSitemaps(this IServiceCollection services) => services.AddSingleton<Sitemaps>().AddSingleton<SitemapShelf>();

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        app.MapGet("/robots.txt", RobotsAsync)
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Membaca aturan untuk mesin pencari" });
        app.MapGet("/sitemap.xml", (HttpContext context, SitemapShelf shelf, CancellationToken ct) => AnswerAsync(context, shelf, null, 0, ct))
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Membaca peta situs" });
        app.MapGet("/peta-situs/{kind}-{number:int:range(0,99)}.xml", (HttpContext context, SitemapShelf shelf, string kind, int number, CancellationToken ct) =>
                Sitemaps.IsKind(kind) && number < MostFiles ? AnswerAsync(context, shelf, kind, number, ct) : Task.FromResult<IResult>(TypedResults.NotFound()))
            .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Membaca peta situs" });
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, SitemapShelf shelf, string? kind, int number, CancellationToken ct)
    {
        if (await shelf.FindAsync(kind, number, PageAddress.SiteOf(context), ct) is not { } packed)
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TypedResults.Bytes(packed, "application/xml");
        }

        return TypedResults.Stream(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), "application/xml");
    }

    /// <summary>Rooms and pages of one person are none of a search engine's business: they are read off the policies of the routes.</summary>
    private static async Task<IResult> RobotsAsync(HttpContext context, PolicyList policies)
    {
        var doors = (await policies.AllAsync()).Where(door => door.Handler is null).Select(door => (Start: Start(door.Route), IsOpen: IsOpen(door))).ToList();
        var open = doors.Where(door => door.IsOpen).Select(door => door.Start).ToHashSet(StringComparer.Ordinal);
        var closed = doors.Where(door => !door.IsOpen && door.Start.Length > 1 && !open.Contains(door.Start)).Select(door => door.Start)
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var text = new StringBuilder("User-agent: *\n");
        foreach (var start in closed.Where(start => !closed.Any(other => other != start && start.StartsWith(other, StringComparison.Ordinal))))
        {
            Rule(text, "Disallow", start);
            foreach (var door in open.Where(door => door.StartsWith(start, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                Rule(text, "Allow", door); // the longer rule wins (RFC 9309)
            }
        }

        return TypedResults.Text(text.Append("\nSitemap: ").Append(PageAddress.SiteOf(context)).Append("/sitemap.xml\n").ToString(), "text/plain", Encoding.UTF8);
    }

    private static void Rule(StringBuilder text, string verb, string start) =>
        text.Append(verb).Append(": ").Append(start).Append('\n').Append(verb).Append(": ").Append(Languages.EnglishPrefix).Append(start).Append('\n');

    // Up to the first hole: /pesanan/ of /pesanan/{token}.
    private static string Start(string route) => route.IndexOf('{', StringComparison.Ordinal) is >= 0 and var hole ? route[..hole] : route;

    private static bool IsOpen(Doorway door) => door.Policy is OpenToAttribute { Audience: Audience.Everyone };

    // Addresses in a map hold for the whole world; where nobody has named the site, it is as it was asked for.
}
