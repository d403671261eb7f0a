using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Papers;

namespace Kim.Market.Web;

/// <summary>Registers private papers and serves them under <c>/berkas</c>.</summary>
public static class PapersFeature
{
    public static IServiceCollection AddPapers(this IServiceCollection services) => services
        .AddSingleton<PaperIntake>()
        .AddSingleton<Papers>();

    public static void MapPapers(this IEndpointRouteBuilder app) => app.MapGet("/berkas/{id:guid}", Answer)
        .WithMetadata(new ForMembersAttribute { What = "Membuka dokumen SK, sertifikat, dan bukti penjualan yang menyangkut dirinya atau wilayahnya" });

    private static async Task<IResult> Answer(Guid id, ClaimsPrincipal user, Papers papers, HttpResponse response, CancellationToken ct)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } member
            || await papers.OpenAsync(new(Id<Member>.Parse(member, null)), id, ct) is not { } paper)
        {
            return TypedResults.NotFound();
        }

        // a stranger's PDF is never opened inside our pages: it is saved, and can do nothing if a browser opens it all the same
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return paper.Type == Paper.Pdf
            ? TypedResults.File(paper.Content, paper.Type, $"dokumen-{id.ToString("N")[..8]}.pdf")
            : TypedResults.File(paper.Content, paper.Type);
    }
}
