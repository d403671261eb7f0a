using Kim.Market.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Checks;

/// <summary>/periksa and /periksa/{kode}: whether a printed paper still says what is true, and what it really says.</summary>
[OpenTo(Audience.Everyone, What = "Memeriksa apakah dokumen dengan kode masih berlaku"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(PaperChecks checks, TimeProvider clock) : PageModel
{
    /// <summary>Longer than any code with spaces between all its signs.</summary>
    private const int Longest = 40;

    /// <summary>What was typed into the form.</summary>
    [FromQuery(Name = "kode")]
    public string? Typed { get; init; }

    /// <summary>Whatever the address or the form asks for, as it was written.</summary>
    public string? Asked { get; private set; }

    /// <summary>What was typed is no code: a sign is wrong or missing, which its last sign shows.</summary>
    public bool IsMisspelt { get; private set; }

    public PaperCode Code { get; private set; }

    public CheckedPaper? Paper { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(string? kode, CancellationToken ct)
    {
        Asked = string.IsNullOrWhiteSpace(kode) ? Typed : kode;
        if (string.IsNullOrWhiteSpace(Asked))
        {
            return Page();
        }

        if (Asked.Length > Longest || !PaperCode.TryParse(Asked, out var code))
        {
            (Asked, IsMisspelt) = (Asked[..Math.Min(Asked.Length, Longest)], true);
            return NotFoundPage();
        }

        if (kode != code.Value)
        {
            return LocalRedirect(Url.Content($"~/periksa/{code.Value}"));
        }

        (Code, Paper) = (code, await checks.FindAsync(code, ct));
        return Paper is null ? NotFoundPage() : Page();
    }

    private PageResult NotFoundPage()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
