using System.Security.Claims;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web;

/// <summary>What every page that changes something shares: who is asking, how "no" is shown, how "done" is said.</summary>
public abstract class MarketPage : PageModel
{
    [TempData]
    public string? Flash { get; set; }

    private Guid? _onBehalfOf;

    /// <summary>Whoever is signed in, or a visitor.</summary>
    protected Asker Me => User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        ? new(Id<Member>.Parse(id, null)) { OnBehalfOf = _onBehalfOf }
        : Asker.Visitor;

    /// <summary>From here on this page is about one business: who only helps there acts on its behalf, and every event says so.</summary>
    protected void ActFor(Guid business) =>
        _onBehalfOf = HttpContext.RequestServices.GetRequiredService<Standing>().OnlyHelps(business) ? business : null;

    protected Words T => HttpContext.RequestServices.GetRequiredService<Words>();

    /// <summary>True when the market agreed; otherwise the form will say why not.</summary>
    protected async Task<bool> AgreedAsync(Task<Refusal?> answer)
    {
        try
        {
            if (await answer is { } refusal)
            {
                ModelState.AddModelError("", T.Of(refusal));
            }
        }
        catch (StreamMovedException)
        {
            ModelState.AddModelError("", T["Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi."]);
        }

        return ModelState.IsValid;
    }

    /// <summary>Says that it is done, on the page that follows.</summary>
    protected IActionResult Done(string flash, string address)
    {
        Flash = T[flash];
        return LocalRedirect(Url.Content(address));
    }
}
