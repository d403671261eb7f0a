using Microsoft.AspNetCore.Html;

namespace Kim.Market.Web.Features.Shared;

/// <summary>The stall over the boat, in the page itself: the first thing seen waits for no request.</summary>
public static class Logo
{
    public static readonly IHtmlContent Markup = new HtmlString(
        """<svg viewBox="0 0 40 40" aria-hidden="true"><path d="M9 4h22l5 10H4z" fill="#f7b92e"/><path d="M4 14a4 4 0 0 0 8 0M20 14a4 4 0 0 0 8 0" fill="#c63b26"/><path d="M12 14a4 4 0 0 0 8 0M28 14a4 4 0 0 0 8 0" fill="#f7b92e"/><path d="M9 19v6M31 19v6" stroke="currentColor" stroke-width="2.6"/><path d="M1.5 23.5Q20 29 38.5 23.5C37 31.5 32.5 35 26 35H14C7.5 35 3 31.5 1.5 23.5z" fill="currentColor"/></svg>""");
}
