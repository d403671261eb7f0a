using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>/data — every dataset there is, for people; the catalogue for machines is beside it.</summary>
[OpenTo(Audience.Everyone, What = "Melihat data terbuka dan keterangannya"), CachedPage]
public sealed class IndexModel(DataShelf shelf, OpenDataSettings settings) : PageModel
{
    public OpenDataSettings Settings => settings;

    /// <summary>The newest release of each, by its address.</summary>
    public IReadOnlyDictionary<string, DataRelease> Releases { get; private set; } = new Dictionary<string, DataRelease>();

    public async Task OnGetAsync(CancellationToken ct) => Releases = (await shelf.NewestAsync(ct)).ToDictionary(release => release.Dataset);
}
