using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Printing;

namespace Kim.Market.Web;

/// <summary>Prints the packing slip of an order for those who see it in their inbox.</summary>
public static class SlipRoutes
{
    public static void MapSlips(this IEndpointRouteBuilder app) => app.MapGet("/lapak/pesanan/{order:guid}/lembar-kemas", PrintAsync)
        .WithMetadata(new ForAttribute(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.OrderHelper) { What = "Mencetak lembar kemas pesanan lapaknya" });

    // Once nobody packs it any more, no paper with a name on it comes to be.
    private static async Task<IResult> PrintAsync(
        Guid order, ClaimsPrincipal user, OrderInbox inbox, Vault vault, SlipPaper slip, PaperPress press, IConfiguration settings, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } member
            || await inbox.OrdersAsync(new Asker(Id<Member>.Parse(member, null)), [order], ct) is not [{ IsOpen: true } known])
        {
            return TypedResults.NotFound();
        }

        var buyer = Contact.Of((await vault.OpenAsync([known.BuyerId], ct))[known.BuyerId]);
        var site = settings["PublicUrl"]?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}";
        var paper = slip.Of(known, buyer, $"{site}/lapak/pesanan?nomor={known.Number}", clock.GetUtcNow());
        return TypedResults.File(press.Print(paper), "application/pdf", $"lembar-kemas-{known.Number}.pdf");
    }
}
