using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>
/// All rows of a figure as a CSV file, streamed. <c>X-Total</c> says what they come to and <c>X-Fingerprint</c> is the
/// SHA-256 of the file, so that whoever keeps it can prove where it came from.
/// </summary>
/// <param name="proof">The address of the events behind a row, without the row's own part.</param>
public sealed class LedgerCsv(LedgerRows ledger, LedgerFigure figure, LedgerQuestion question, string proof) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        await using var open = await ledger.OpenAsync(figure, question, ct);

        // Headers go first, so the rows are read twice: once for the fingerprint, once to be sent. The snapshot is one.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var line in LinesAsync(open).WithCancellation(ct))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"pasar-kim-{figure.Slug}-{PastDay.Of(question.Day)}.csv\"";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Total"] = open.Total.ToString(CultureInfo.InvariantCulture);
        response.Headers["X-Fingerprint"] = "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(false), bufferSize: 16 * 1024);
        await foreach (var line in LinesAsync(open).WithCancellation(ct))
        {
            await writer.WriteAsync(line.AsMemory(), ct);
        }
    }

    private async IAsyncEnumerable<string> LinesAsync(OpenFigure open)
    {
        yield return figure.IsOfOrders
            ? Line("nomor_pesanan", "umkm", "wilayah", "kode_wilayah", "waktu", ValueName, "bukti")
            : figure.Measure == Measure.People
                ? Line("nama", "wilayah", "kode_wilayah", "waktu", ValueName, "bukti")
                : Line("nama", "wilayah", "kode_wilayah", "waktu", "bukti");
        await foreach (var row in open.RowsAsync())
        {
            var (at, value, events) = (DateFormat.Machine(row.At), row.Value.ToString(CultureInfo.InvariantCulture), $"{proof}/{row.Stream}/{row.Version}");
            yield return figure.IsOfOrders
                ? Line(row.Name, row.Of ?? "", row.Place, row.Village, at, value, events)
                : figure.Measure == Measure.People
                    ? Line(row.Name, row.Place, row.Village, at, value, events)
                    : Line(row.Name, row.Place, row.Village, at, events);
        }
    }

    private string ValueName => figure.Measure switch
    {
        Measure.MedianMinutes => "menit",
        Measure.People => "orang",
        _ => "nilai_rupiah",
    };

    private static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A cell that begins like a formula would be run by the spreadsheet it is opened in.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
