using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Promotion;

/// <summary>Where a poster and a caption lead.</summary>
internal static class PromotionAddress
{
    /// <summary>The canonical address of the page, in the language in which it was asked.</summary>
    public static string Of(HttpContext context, Piece piece) =>
        (context.RequestServices.GetRequiredService<IConfiguration>()["PublicUrl"]?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}")
        + (Languages.IsEnglish ? Languages.EnglishPrefix : "") + piece.Path;
}
