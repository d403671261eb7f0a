using Kim.Market.Domain;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>One thing before those who read it, some of whom decide about it.</summary>
public abstract class CasePage : MarketPage
{
    /// <summary>Whether the asker decides here, and does not only read.</summary>
    public bool MayWrite { get; protected set; }

    /// <summary>Where this page is.</summary>
    public abstract string Here { get; }

    /// <summary>Reads what the page is about; false where it is none of the asker's.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken ct);

    /// <summary>Says it, shows why not, or says on the same page that it is done.</summary>
    /// <param name="isTheirs">Whether what the form names belongs to what the page is about.</param>
    protected async Task<IActionResult> TellAsync(Func<Task<Refusal?>> tell, string done, CancellationToken ct, Func<bool>? isTheirs = null)
    {
        if (!await FindAsync(ct) || !MayWrite || isTheirs?.Invoke() == false)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(tell()))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Here));
    }
}
