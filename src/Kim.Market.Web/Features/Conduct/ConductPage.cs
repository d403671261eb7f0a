using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Conduct;

/// <summary>One stall: whether it is out of sight, why, and what has been said about that.</summary>
public abstract class ConductPage(Marketplace market, TimeProvider clock) : CasePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public KnownStall Known { get; protected set; } = null!;

    public sealed class Form
    {
        public StallSuspensionReason Reason { get; init; }

        [Display(Name = "Penjelasan")]
        [StringLength(Limits.Note)]
        public string? Note { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    protected Task<IActionResult> TellAsync(Func<Business, string, DateTimeOffset, Decision<BusinessEvent>> decide, string done, CancellationToken ct) => TellAsync(
        () => market.TellAsync(new Id<Business>(Known.BusinessId), (Business business) => decide(business, Input.Note ?? "", clock.GetUtcNow()), Me.By(), ct), done, ct);
}
