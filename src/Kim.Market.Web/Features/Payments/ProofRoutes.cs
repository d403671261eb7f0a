using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.Payments;

namespace Kim.Market.Web;

/// <summary>Opens proofs of payment: to the stall under <c>/lapak/bukti</c>, to the buyer under the order's own address.</summary>
public static class ProofRoutes
{
    public static void MapProofs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/lapak/bukti/{proof:guid}", ForStall)
            .WithMetadata(new ForAttribute(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff) { What = "Melihat bukti bayar pesanan lapaknya" });
        app.MapGet("/pesanan/{token}/bukti/{proof:guid}", ForBuyer)
            .WithMetadata(new OpenToAttribute(Audience.KeyHolder) { What = "Melihat bukti bayarnya sendiri" });
    }

    private static async Task<IResult> ForStall(Guid proof, ClaimsPrincipal user, ProofDesk proofs, HttpResponse response, CancellationToken ct) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } member
            ? PrivatePicture.Answer(await proofs.OpenAsync(new Asker(Id<Member>.Parse(member, null)), proof, ct), response)
            : TypedResults.NotFound();

    private static async Task<IResult> ForBuyer(string token, Guid proof, ProofDesk proofs, HttpResponse response, CancellationToken ct) =>
        PrivatePicture.Answer(await proofs.OpenAsync(token, proof, ct), response);
}
