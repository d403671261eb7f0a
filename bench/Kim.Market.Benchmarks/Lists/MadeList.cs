using System.Globalization;
using System.IO.Compression;
using System.Security;
using Kim.Market.EventSourcing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Benchmarks.Lists;

/// <summary>A list as an office has it, on real villages; the same for the same number of rows.</summary>
internal sealed record MadeList(string Name, Stream Content)
{
    private const int BadOfHundred = 3;

    private static readonly string[] Names = ["Dapur", "Kios", "Warung", "Toko", "UD", "Kedai", "Bengkel", "Kriya"];
    private static readonly string[] Kinds = ["Kuliner", "Perdagangan", "Jasa", "Kerajinan", "Pertanian"];

    public static async Task<MadeList> CsvAsync(WebApplication market, int rows)
    {
        var content = new MemoryStream();
        await using var text = new StreamWriter(content, leaveOpen: true);
        await foreach (var row in RowsAsync(market, "CSV", rows))
        {
            await text.WriteLineAsync(string.Join(';', row));
        }

        await text.FlushAsync();
        return new("CSV", content);
    }

    public static async Task<MadeList> ExcelAsync(WebApplication market, int rows)
    {
        const string Spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var content = new MemoryStream();
        using (var parts = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            await AddAsync("xl/workbook.xml", $"""<workbook xmlns="{Spreadsheet}" xmlns:r="{Relations}"><sheets><sheet name="UMKM" sheetId="1" r:id="r1"/></sheets></workbook>""");
            await AddAsync("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            await using var sheet = new StreamWriter(await parts.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).OpenAsync());
            await sheet.WriteAsync($"""<worksheet xmlns="{Spreadsheet}"><sheetData>""");
            await foreach (var row in RowsAsync(market, "Excel", rows))
            {
                await sheet.WriteAsync($"<row>{string.Concat(row.Select(cell => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell)}</t></is></c>"))}</row>");
            }

            await sheet.WriteAsync("</sheetData></worksheet>");
            await sheet.FlushAsync();

            async Task AddAsync(string name, string text)
            {
                await using var part = new StreamWriter(await parts.CreateEntry(name).OpenAsync());
                await part.WriteAsync(text);
            }
        }

        return new("Excel", content);
    }

    private static async IAsyncEnumerable<string[]> RowsAsync(WebApplication market, string mark, int rows)
    {
        var villages = await market.Services.GetRequiredService<NpgsqlDataSource>().QueryAsync(
            $"select r.name, d.name from app.regions r join app.regions d on d.code = left(r.code, 8) where r.code like '64.02.%' and length(r.code) = 13 order by r.code",
            row => (Name: row.GetString(0), District: row.GetString(1)), default);
        yield return ["No", "Nama Usaha", "NIK", "Nama Pemilik", "Alamat", "Desa/Kelurahan", "Kecamatan", "No HP", "Jenis Usaha"];
        for (var n = 0; n < rows; n++)
        {
            var (village, district) = villages[n % villages.Count];
            var isBad = n * BadOfHundred / 100 != (n + 1) * BadOfHundred / 100;
            yield return
            [
                (n + 1).ToString(CultureInfo.InvariantCulture), $"{Names[n % Names.Length]} {mark} {n}", $"640215{n:0000000000}", $"Orang {n}",
                $"Jl. Melati No. {n % 90} RT {n % 30}", isBad && n % 2 == 0 ? "Desa Entah" : isBad ? "" : n % 7 == 0 ? "DESA " + village.ToUpperInvariant() : village, district,
                $"0812{n:00000000}", Kinds[n % Kinds.Length],
            ];
        }
    }
}
