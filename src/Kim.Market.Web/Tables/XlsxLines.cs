using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Kim.Market.Web.Tables;

/// <summary>Reads the rows of the first sheet of an Excel file one by one.</summary>
internal static class XlsxLines
{
    private const int MostParts = 2_000;
    private const int MostColumns = 1_024;

    // The one part that is held in memory as a whole.
    private const long MostSharedText = 40L * TableLimits.Megabyte;

    // The library asks for a code page that only files older than this format use.
    static XlsxLines() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The rows that are not empty.</summary>
    public static IEnumerable<TableLine> Of(Stream content, TableLimits limits)
    {
        Weigh(content, limits);
        using var sheet = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(content, new ExcelReaderConfiguration { LeaveOpen = true }));
        if (sheet.FieldCount > MostColumns)
        {
            throw new TableRefusedException(TableRefusals.TooManyColumns(MostColumns));
        }

        var columns = Math.Min(sheet.FieldCount, limits.Columns);
        for (var (number, rows) = (1, 0); Guarded(sheet.Read); number++)
        {
            var cells = Guarded(() => Cells(sheet, columns, number, limits));
            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                yield return ++rows > limits.Rows ? throw new TableRefusedException(TableRefusals.TooManyRows(limits)) : new(number, cells);
            }
        }
    }

    /// <summary>A small file may unpack to more than any machine holds: its own table of contents says how much.</summary>
    private static void Weigh(Stream content, TableLimits limits) => Guarded(() =>
    {
        using var parts = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var isLight = parts.Entries.Count <= MostParts
            && parts.Entries.Sum(part => part.Length) <= limits.Unpacked
            && parts.Entries.Where(part => part.Name.Equals("sharedStrings.xml", StringComparison.OrdinalIgnoreCase)).All(part => part.Length <= MostSharedText);
        content.Position = 0;
        return isLight ? isLight : throw new TableRefusedException(TableRefusals.TooFull);
    });

    private static string[] Cells(IExcelDataReader sheet, int columns, int number, TableLimits limits)
    {
        var cells = new string[columns];
        for (var i = 0; i < columns; i++)
        {
            cells[i] = Text(sheet.GetValue(i)).Trim();
            if (cells[i].Length > limits.Cell)
            {
                throw new TableRefusedException(TableRefusals.CellTooLong(number));
            }
        }

        return cells;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text.Replace("\0", "", StringComparison.Ordinal),
        double number when Math.Abs(number) < 1e17 && number == Math.Truncate(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // Whatever a broken or hostile file does to the library, it is the file that is refused.
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
#pragma warning disable CA1031 // the library throws whatever it stumbles over
        catch (Exception broken) when (broken is not (TableRefusedException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new TableRefusedException(TableRefusals.Unreadable, broken);
        }
    }
}
