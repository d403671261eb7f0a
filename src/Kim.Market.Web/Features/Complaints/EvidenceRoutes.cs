using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Complaints;
using Kim.Market.Web.Features.Papers;

namespace Kim.Market.Web;

/// <summary>Opens the pictures of complaints: to those whom one concerns, and to the buyer under the order's own address.</summary>
public static class EvidenceRoutes
{
    public static void MapEvidence(this IEndpointRouteBuilder app)
    {
        app.MapGet("/keluhan/foto/{photo:guid}", ForMember)
            .WithMetadata(new ForMembersAttribute { What = "Melihat foto keluhan pesanan yang menjadi urusannya" });
        app.MapGet("/pesanan/{token}/keluhan/foto/{photo:guid}", ForBuyer)
            .WithMetadata(new OpenToAttribute(Audience.KeyHolder) { What = "Melihat foto keluhannya sendiri" });
    }

    private static async Task<IResult> ForMember(Guid photo, ClaimsPrincipal user, Evidence evidence, HttpResponse response, CancellationToken ct) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } member
            ? PrivatePicture.Answer(await evidence.PhotoAsync(new Asker(Id<Member>.Parse(member, null)), photo, ct), response)
            : TypedResults.NotFound();

    private static async Task<IResult> ForBuyer(string token, Guid photo, Evidence evidence, HttpResponse response, CancellationToken ct) =>
        PrivatePicture.Answer(await evidence.PhotoAsync(token, photo, ct), response);
}
