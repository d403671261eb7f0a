using System.Globalization;
using Kim.Market.Domain.Reports;
using Kim.Market.Web.Tables;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Kim.Market.Web.Features.Reports;

/// <summary>The numbers of a report for those who go on reckoning with them: the same in every form.</summary>
public sealed class ReportTables(ReportPaper paper)
{
    public async Task<string> CsvAsync(IssuedReport issued, CancellationToken ct)
    {
        var names = await paper.NamesAsync(issued.Said, ct);
        return CsvText.Line("bagian", "kunci", "nama", "nilai", "pembanding", "sidik_baris") + string.Concat(issued.Said.Lines.Select(line => CsvText.Line(
            PartOf(line), line.Key, paper.NameOf(line, names), line.Value.ToString(CultureInfo.InvariantCulture), line.Beside.ToString(CultureInfo.InvariantCulture), line.Seal)));
    }

    public async Task<byte[]> XlsxAsync(IssuedReport issued, CancellationToken ct)
    {
        var names = await paper.NamesAsync(issued.Said, ct);
        using var file = new MemoryStream();
        var sheets = new Dictionary<string, object>
        {
            ["Keterangan"] = paper.Facts(issued).Select(fact => new Dictionary<string, object> { ["Butir"] = fact.Name, ["Isi"] = fact.Value }).ToList(),
        };
        foreach (var part in Enum.GetValues<ReportPart>())
        {
            sheets[part.ToString() switch { "Figure" => "Angka", "Month" => "Bulan", _ => "Tempat" }] = issued.Said.Lines.Where(line => line.Part == part).Select(line => new Dictionary<string, object>
            {
                ["kunci"] = line.Key,
                ["nama"] = paper.NameOf(line, names),
                ["nilai"] = line.Value,
                ["pembanding"] = line.Beside,
                ["sidik_baris"] = line.Seal,
            }).ToList();
        }

        await file.SaveAsAsync(sheets, configuration: new OpenXmlConfiguration { AutoFilter = false }, cancellationToken: ct);
        return file.ToArray();
    }

    private static string PartOf(ReportLine line) => line.Part switch { ReportPart.Figure => "angka", ReportPart.Month => "bulan", _ => "tempat" };
}
