using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Potentials;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Visitors;

/// <summary>/pengunjung: what somebody from far away has to know to buy, to pay, to come and to ask.</summary>
[OpenTo(Audience.Everyone, What = "Membaca petunjuk untuk pengunjung dari jauh"), CachedPage]
public sealed class IndexModel(PotentialPages pages, HintCurrency currency) : PageModel
{
    public HintCurrency Currency => currency;

    /// <summary>Places to go to, those that an officer looked at last.</summary>
    public IReadOnlyList<ShownPotential> Journeys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Journeys = await pages.JourneysAsync(ct);
        PageTags.Of(HttpContext).Add(PageDrops.Potentials);
    }
}
