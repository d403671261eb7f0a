using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil/{angka} — the rows behind one figure, or all of them as a file.</summary>
[OpenTo(Audience.Everyone, What = "Membuka angka sampai ke barisnya"), CachedPage(VaryBy = ["sesudah"], Except = ["format"])]
public sealed class RowsModel(LedgerRows ledger, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    [FromQuery(Name = "format")] public string? Format { get; init; }

    public LedgerFigure Figure { get; private set; } = null!;

    public long Total { get; private set; }

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string angka, CancellationToken ct)
    {
        if (PublicFigures.Find(angka) is not { } figure)
        {
            return NotFound();
        }

        if (Format == "csv")
        {
            return new LedgerCsv(ledger, figure, PublicFigures.Everything(clock.GetUtcNow()), "/hasil/bukti");
        }

        (Total, var rows) = await ledger.PageAsync(figure, PublicFigures.Everything(clock.GetUtcNow()), LedgerKey.Read(After), ct);
        (Figure, Rows) = (figure, rows.Rows);
        Next = rows.Next(LedgerKey.After) is { } cursor ? $"~/hasil/{figure.Slug}?sesudah={cursor}" : null;
        PageTags.Of(HttpContext).Add(PageDrops.Results);
        return Page();
    }
}
