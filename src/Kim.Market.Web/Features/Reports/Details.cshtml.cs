using System.Text;
using Kim.Market.Domain;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Printing;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Reports;

/// <summary>/dinas/laporan/{kode}: a report that the asker's office issued, to read and to take away.</summary>
[For(Desk.Office, What = "Melihat laporan resmi wilayahnya"), PrivatePage]
public sealed class DetailsModel(ReportDesk desk, ReportPaper paper, ReportTables tables) : MarketPage
{
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    public IssuedReport Issued { get; private set; } = null!;

    public string Title => paper.TitleOf(Issued);

    public IReadOnlyList<(string Name, string Value)> Facts => paper.Facts(Issued);

    public IReadOnlyList<PaperBlock> Said { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string kode, CancellationToken ct)
    {
        if (!PaperCode.TryParse(kode, out var code) || await desk.FindAsync(Me, code, ct) is not { } issued)
        {
            return NotFound();
        }

        var name = $"laporan-{Slug.From(issued.Region.Name)}-{code.Value}";
        switch (Format)
        {
            case "pdf":
                return new PaperFile($"{name}.pdf", await paper.PrintAsync(issued, PageAddress.SiteOf(HttpContext), ct));
            case "xlsx":
                return File(await tables.XlsxAsync(issued, ct), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{name}.xlsx");
            case "csv":
                return File(Encoding.UTF8.GetBytes(await tables.CsvAsync(issued, ct)), "text/csv", $"{name}.csv");
        }

        (Issued, Said) = (issued, paper.Blocks(issued, await paper.NamesAsync(issued.Said, ct)));
        return Page();
    }
}
