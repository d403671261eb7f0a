using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Figures;

/// <summary>/dinas/angka/{angka}: the rows behind one figure of the desk, by the same question, or all of them as a file.</summary>
[For(Desk.Office, What = "Membuka angka wilayahnya sampai ke barisnya"), PrivatePage]
public sealed class RowsModel(FigurePlaces places, LedgerRows ledger, Standing standing, Taxonomy taxonomy, TimeProvider clock)
    : FigurePage(places, standing, taxonomy, clock)
{
    [FromQuery(Name = "sesudah")] public string? After { get; init; }

    [FromQuery(Name = "format")] public string? Format { get; init; }

    public LedgerFigure Figure { get; private set; } = null!;

    public long Total { get; private set; }

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string angka, CancellationToken ct)
    {
        if (LedgerFigure.Find(angka) is not { } figure || !await LookAsync(ct))
        {
            return NotFound();
        }

        if (Format == "csv")
        {
            return new LedgerCsv(ledger, figure, Question, "/dinas/bukti");
        }

        (Total, var rows) = await ledger.PageAsync(figure, Question, LedgerKey.Read(After), ct);
        (Figure, Rows) = (figure, rows.Rows);
        Next = rows.Next(LedgerKey.After) is { } cursor ? Link($"~/dinas/angka/{figure.Slug}", ("sesudah", cursor)) : null;
        return Page();
    }

    /// <summary>Something that became known long after it happened.</summary>
    public static bool IsLate(LedgerRow row) => DateFormat.DayIn(row.Recorded, Zone.Wita) > DateFormat.DayIn(row.At, Zone.Wita);
}
