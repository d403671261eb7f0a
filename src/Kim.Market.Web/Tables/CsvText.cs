using System.Text;

namespace Kim.Market.Web.Tables;

/// <summary>Reads and writes the tables that spreadsheets make: commas or semicolons, quotes, any line ends, with or without a mark at the start.</summary>
public static class CsvText
{
    /// <summary>The rows that are not empty, the first one with the names of the columns.</summary>
    public static IReadOnlyList<TableLine> Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. CsvLines.Of(reader, TableLimits.None)];
    }

    /// <summary>What was sent, as text: UTF-8, or what older spreadsheets write instead.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var content = bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).Replace("\0", "", StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content).Replace("\0", "", StringComparison.Ordinal);
        }
    }

    /// <summary>A row as every spreadsheet reads it.</summary>
    public static string Line(params IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A cell that begins like a formula would be run by the spreadsheet it is opened in.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>What the apostrophe was put before, that keeps a spreadsheet from running it.</summary>
    internal static string Unguarded(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}
