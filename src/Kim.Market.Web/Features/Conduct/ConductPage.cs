using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>One stall: whether it is out of sight, why, and what has been said about that.</summary>
public abstract class ConductPage(Marketplace market, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownStall Known { get; protected set; } = null!;

    /// <summary>Whether the asker may say something here.</summary>
    public bool MayWrite { get; protected set; }

    public sealed class Form
    {
        public StallSuspensionReason Reason { get; init; }

        [Display(Name = "Penjelasan")]
        [StringLength(Limits.Note)]
        public string? Note { get; init; }
    }

    /// <summary>Where this page is.</summary>
    protected abstract string Here { get; }

    /// <summary>Reads the stall; false where it is none of the asker's.</summary>
    protected abstract Task<bool> FindAsync(CancellationToken ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    protected async Task<IActionResult> TellAsync(Func<Business, string, DateTimeOffset, Decision<BusinessEvent>> decide, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct) || !MayWrite)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || !await AgreedAsync(market.TellAsync(
            new Id<Business>(Known.BusinessId), (Business business) => decide(business, Input.Note ?? "", clock.GetUtcNow()), Me.By(), ct)))
        {
            return Page();
        }

        Flash = done;
        return LocalRedirect(Url.Content(Here));
    }
}
