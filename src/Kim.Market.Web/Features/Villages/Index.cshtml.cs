using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Villages;

/// <summary>/desa — every place on the market, regency by regency.</summary>
[OpenTo(Audience.Everyone, What = "Melihat daftar desa"), CachedPage]
public sealed class IndexModel(Atlas atlas) : PageModel
{
    public IReadOnlyList<AtlasRegency> Regencies { get; private set; } = [];

    public Slice<AtlasRow> Places { get; private set; } = null!;

    /// <summary>How many villages have something; a KIM at home in a whole kecamatan counts for none.</summary>
    public int Villages => Places.Rows.Count(place => place.Code != place.DistrictCode);

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Regencies, Places) = await atlas.ReadAsync(ct);
        PageTags.Of(HttpContext).Add(PageDrops.Catalogue);
    }

    public IEnumerable<IGrouping<(string Code, string Name), AtlasRow>> DistrictsOf(AtlasRegency regency) =>
        Places.Rows.Where(place => place.RegencyCode == regency.Code).GroupBy(place => (place.DistrictCode, place.District));
}
