using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>/serah/{slug}: whom a stall belongs to types the six digits from the KIM, and then makes an account. Says of no stall whether it has a code.</summary>
[OpenTo(Audience.Everyone, What = "Mengambil alih lapaknya sendiri dengan kode dari KIM"), PrivatePage, EnableRateLimiting(RateLimits.SignIn)]
public sealed class TakeOverModel(Transfers transfers, Invitations invitations) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        [Display(Name = "Kode dari KIM")]
        [Required(ErrorMessage = "Ketik enam angka dari KIM.")]
        [StringLength(20)]
        public string Code { get; init; } = "";
    }

    public IActionResult OnGet() => Domain.Slug.IsValid(Slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await transfers.RedeemAsync(Slug, Input.Code, ct) is not { } business)
        {
            ModelState.AddModelError("Input.Code", T["Kodenya tidak cocok, atau sudah tidak berlaku. Periksa angkanya, atau minta kode baru ke KIM."]);
            return Page();
        }

        var token = await invitations.IssueAsync(Asker.Visitor, Desk.Seller, business, BusinessRole.Owner, null, Guid.NewGuid(), ct);
        Response.Headers.Location = Url.Content($"~/undangan/{token}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
