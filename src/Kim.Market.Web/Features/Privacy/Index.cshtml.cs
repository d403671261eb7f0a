using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Privacy;

/// <summary>/privasi — what is asked of people, who sees it, how long it is kept, how to have it erased.</summary>
[OpenTo(Audience.Everyone, What = "Membaca apa yang terjadi dengan data pribadi"), CachedPage(Seconds = 86_400)]
public sealed class IndexModel : PageModel;
