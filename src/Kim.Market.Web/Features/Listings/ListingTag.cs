using Kim.Market.Domain.Products;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Listings;

/// <summary>The state of a product in a word or two, with the tone of its dot.</summary>
public sealed record ListingTag(string Text, string Tone)
{
    public static ListingTag Of(ProductStatus status, Words words) => new(words.Of(status), status switch
    {
        ProductStatus.Published => "good",
        ProductStatus.Submitted => "warn",
        ProductStatus.Returned => "bad",
        _ => "idle",
    });
}
