using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Selections;

/// <summary>/unggulan/{selection}: what an office chose, why, and until when; what is over stays readable.</summary>
[OpenTo(Audience.Everyone, What = "Melihat produk unggulan pilihan dinas"), CachedPage]
public sealed class DetailsModel(SelectionBook book, Showcase showcase, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public KnownSelection Known { get; private set; } = null!;

    public ProductGrid Goods { get; private set; } = null!;

    public IReadOnlyList<PickRow> Picks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid selection, CancellationToken ct)
    {
        if (await book.FindAsync(selection, ct) is not var (known, goods, picks))
        {
            return NotFound();
        }

        (Known, Picks, Goods) = (known, picks, showcase.Lay(goods));
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue).Add(PageDrops.Selections).Add(picks.Select(pick => pick.ProductId))
            .Until(PastDay.EndOf(DateFormat.DayIn(Now, known.Zone), known.Zone));
        return Page();
    }
}
