using Kim.Market.Web.Caching;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Home;

/// <summary>/luring: what a browser shows while there is no connection, kept by it beforehand.</summary>
[OpenTo(Audience.Everyone, What = "Membaca halaman yang tampil saat tidak ada sambungan"), CachedPage]
public sealed class OfflineModel : PageModel;
