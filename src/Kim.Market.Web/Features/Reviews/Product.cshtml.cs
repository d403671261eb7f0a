using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Reviews;

/// <summary>/p/{slug}/ulasan — what buyers say of one product, the newest first.</summary>
[OpenTo(Audience.Everyone, What = "Membaca ulasan pembeli"), CachedPage(VaryBy = ["sesudah"])]
public sealed class ProductModel(ReviewBook book) : PageModel
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public ReviewedProduct Product { get; private set; } = null!;

    public Slice<ShownReview> Reviews { get; private set; } = new([], false);

    public Zone Zone => Zone.Of(Product.TimeZone);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await book.OfProductAsync(slug, After, ct) is not var (product, reviews))
        {
            return NotFound();
        }

        (Product, Reviews) = (product, reviews);
        PageTags.Of(HttpContext).Add(product.ProductId).Add(reviews.Rows.Select(review => review.ReviewId));
        return Page();
    }
}
