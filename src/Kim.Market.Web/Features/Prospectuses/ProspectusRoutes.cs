using Kim.Market.Domain;
using Kim.Market.Web.Features.Prospectuses;

namespace Kim.Market.Web;

/// <summary>Hands out a prospectus that was issued, for as long as it holds; after that the way leads to what has changed.</summary>
public static class ProspectusRoutes
{
    public static void MapProspectuses(this IEndpointRouteBuilder app) => app.MapGet("/prospektus/{kode}.pdf", PrintAsync)
        .RequireRateLimiting(RateLimits.Write)
        .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Membaca prospektus desa dan mengunduhnya" });

    private static async Task<IResult> PrintAsync(
        string kode, ProspectusBook book, ProspectusPaper paper, IConfiguration settings, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!PaperCode.TryParse(kode, out var code) || await book.FindAsync(code, ct) is not { } issued)
        {
            return TypedResults.NotFound();
        }

        if (issued.Changes.Count > 0)
        {
            return TypedResults.LocalRedirect($"{http.Request.PathBase}/periksa/{code.Value}");
        }

        var site = settings["PublicUrl"]?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}";
        var name = $"prospektus-{Slug.From(issued.Village.Name)}-{code.Value}.pdf";
        return TypedResults.File(paper.Print(issued, site), "application/pdf", name);
    }
}
