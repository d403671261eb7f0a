using System.Text;

namespace Kim.Market.Web.Features.Listings.Csv;

/// <summary>One row of a file: where it stands, and what is in its cells.</summary>
public sealed record CsvLine(int Number, IReadOnlyList<string> Cells);

/// <summary>Reads and writes the tables that spreadsheets make: commas or semicolons, quotes, any line ends, with or without a mark at the start.</summary>
public static class CsvText
{
    /// <summary>The rows that are not empty, the first one with the names of the columns.</summary>
    public static IReadOnlyList<CsvLine> Read(string text)
    {
        var separator = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n'))) is var head && head.Count(';') > head.Count(',') ? ';' : ',';
        var lines = new List<CsvLine>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (number, begun, quoted) = (1, 1, false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            number += letter == '\n' ? 1 : 0;
            switch (letter)
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    cell.Append('"');
                    i++;
                    break;
                case '"' when quoted || cell.Length == 0:
                    quoted = !quoted;
                    break;
                case '\r' when !quoted:
                    break;
                case '\n' when !quoted:
                    EndLine();
                    begun = number;
                    break;
                default:
                    if (letter == separator && !quoted)
                    {
                        EndCell();
                    }
                    else
                    {
                        cell.Append(letter);
                    }

                    break;
            }
        }

        EndLine();
        return lines;

        void EndCell()
        {
            cells.Add(Unguarded(cell.ToString().Trim()));
            cell.Clear();
        }

        void EndLine()
        {
            EndCell();
            if (cells.Exists(value => value.Length > 0))
            {
                lines.Add(new(begun, [.. cells]));
            }

            cells.Clear();
        }
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

    private static string Unguarded(string text) => text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
}
