using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Cards;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Privacy;

/// <summary>/privasi — what is asked of people, who sees it, how long it is kept, how to have it erased.</summary>
[OpenTo(Audience.Everyone, What = "Membaca apa yang terjadi dengan data pribadi"), CachedPage(Seconds = 86_400)]
public sealed class IndexModel(CardSettings cards) : PageModel
{
    /// <summary>Sellers here may take cards, so a buyer may be led to another company's page.</summary>
    public bool TakesCards => cards.IsOn;
}
