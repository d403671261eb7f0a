using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Products;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Figures;

/// <summary>/dinas/koreksi: everything about the time up to a day that became known only after it.</summary>
[For(Desk.Office, What = "Melihat apa yang dikoreksi sesudah suatu hari"), PrivatePage]
public sealed class RevisedModel(FigurePlaces places, Corrections corrections, Standing standing, Taxonomy taxonomy, TimeProvider clock)
    : FigurePage(places, standing, taxonomy, clock)
{
    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    public int Count { get; private set; }

    public IReadOnlyList<Correction> Found { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        Count = await corrections.CountAsync(Question, ct);
        var found = await corrections.PageAsync(Question, LedgerKey.Read(After), ct);
        Found = found.Rows;
        Next = found.Next(row => Cursor.Of(row.Recorded, row.Subject)) is { } cursor ? Link("~/dinas/koreksi", ("sesudah", cursor)) : null;
        return Page();
    }
}
