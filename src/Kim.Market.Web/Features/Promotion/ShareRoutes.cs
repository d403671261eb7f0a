using Kim.Market.Web.Features.Promotion;

namespace Kim.Market.Web;

/// <summary>Leads on to where a page is passed on, and counts that it was: <c>/bagikan/{jenis}/{kunci}/{lewat}</c>.</summary>
/// <remarks>A link and no form: it works in a kept page, without a script, and may end on another site. Pressed twice it counts twice.</remarks>
public static class ShareRoutes
{
    public static void MapShares(this IEndpointRouteBuilder app) => app.MapGet("/bagikan/{jenis}/{kunci}/{lewat}", AnswerAsync)
        .WithMetadata(new OpenToAttribute(Audience.Everyone) { What = "Membagikan halaman" })
        .RequireRateLimiting(RateLimits.Write);

    private static async Task<IResult> AnswerAsync(
        string jenis, string kunci, string lewat, HttpContext context, PieceBook book, Shares shares, CancellationToken ct)
    {
        ShareChannel? channel = lewat switch { "whatsapp" => ShareChannel.WhatsApp, "facebook" => ShareChannel.Facebook, _ => null };
        if (channel is not { } way || Piece.KindOf(jenis) is not { } kind || await book.FindAsync(kind, kunci, ct) is not { } piece)
        {
            return TypedResults.NotFound();
        }

        if (Shares.IsPressed(context.Request))
        {
            await shares.CountAsync(kind, kunci, way, ct);
        }

        context.Response.Headers.CacheControl = "no-store";
        var address = PromotionAddress.Of(context, piece);
        return TypedResults.Redirect(way == ShareChannel.WhatsApp
            ? $"https://wa.me/?text={Uri.EscapeDataString($"{piece.Title}, {piece.By}\n{address}")}"
            : $"https://www.facebook.com/sharer/sharer.php?u={Uri.EscapeDataString(address)}");
    }
}
