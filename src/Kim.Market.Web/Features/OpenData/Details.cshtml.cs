using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>/data/{dataset} — what a dataset means, its newest numbers, its versions, and where to have it.</summary>
[OpenTo(Audience.Everyone, What = "Melihat data terbuka dan keterangannya"), CachedPage]
public sealed class DetailsModel(DataShelf shelf, OpenDataSettings settings) : PageModel
{
    public OpenDataSettings Settings => settings;

    public Dataset Dataset { get; private set; } = null!;

    public DataPreview Preview { get; private set; } = null!;

    /// <summary>Null before the first.</summary>
    public DataRelease? Newest => Preview.Releases is [var newest, ..] ? newest : null;

    public async Task<IActionResult> OnGetAsync(string dataset, CancellationToken ct)
    {
        if (Dataset.Find(dataset) is not { } found)
        {
            return NotFound();
        }

        (Dataset, Preview) = (found, await shelf.PreviewAsync(found, ct));
        return Page();
    }
}
