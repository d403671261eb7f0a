using System.Text;

namespace Kim.Market.Web.Tables;

/// <summary>Reads the rows of a CSV one by one: whatever separates its cells, quotes, any line ends.</summary>
internal static class CsvLines
{
    private const int Sample = 4096;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>The rows that are not empty.</summary>
    public static IEnumerable<TableLine> Of(TextReader text, TableLimits limits)
    {
        var head = new char[Sample];
        var length = text.ReadBlock(head, 0, Sample);
        var letters = new Letters(text, head, length);
        var separator = SeparatorOf(head.AsSpan(0, length));
        var (cells, cell) = (new List<string>(), new StringBuilder());
        var (number, begun, rows, quoted) = (1, 1, 0, false);
        for (var letter = letters.Next(); ; letter = letters.Next())
        {
            switch (letter)
            {
                case '"' when quoted && letters.Peek() == '"':
                    cell.Append('"');
                    letters.Next();
                    break;
                case '"' when quoted || cell.Length == 0:
                    quoted = !quoted;
                    break;
                case -1 or '\n' when !quoted || letter < 0:
                    EndCell();
                    number++;
                    if (cells.Exists(value => value.Length > 0))
                    {
                        yield return ++rows > limits.Rows
                            ? throw new TableRefusedException(TableRefusals.TooManyRows(limits))
                            : new(begun, [.. cells]);
                    }

                    cells.Clear();
                    begun = number;
                    break;
                case '\0' or '\r' when letter == 0 || !quoted:
                    break;
                default:
                    number += letter == '\n' ? 1 : 0;
                    if (letter == separator && !quoted)
                    {
                        EndCell();
                    }
                    else if (cell.Append((char)letter).Length > limits.Cell)
                    {
                        throw new TableRefusedException(quoted ? TableRefusals.OpenQuote(begun) : TableRefusals.CellTooLong(begun));
                    }

                    break;
            }

            if (letter < 0)
            {
                yield break;
            }
        }

        void EndCell()
        {
            if (cells.Count < limits.Columns)
            {
                cells.Add(CsvText.Unguarded(cell.ToString().Trim()));
            }

            cell.Clear();
        }
    }

    // The one that stands equally often in row after row: titles above a table have none, and addresses have commas as they like.
    private static char SeparatorOf(ReadOnlySpan<char> head)
    {
        Span<int> alike = stackalloc int[3];
        Span<int> rows = stackalloc int[3];
        Span<int> before = stackalloc int[3];
        Span<int> here = stackalloc int[3];
        var quoted = false;
        for (var i = 0; i <= head.Length; i++)
        {
            if (i == head.Length || (head[i] == '\n' && !quoted))
            {
                for (var kind = 0; kind < here.Length; kind++)
                {
                    alike[kind] += here[kind] > 0 && here[kind] == before[kind] ? 1 : 0;
                    rows[kind] += here[kind];
                }

                here.CopyTo(before);
                here.Clear();
            }
            else if (head[i] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && Array.IndexOf(Separators, head[i]) is >= 0 and var found)
            {
                here[found]++;
            }
        }

        var best = 0;
        for (var kind = 1; kind < rows.Length; kind++)
        {
            if ((alike[kind], rows[kind]).CompareTo((alike[best], rows[best])) > 0)
            {
                best = kind;
            }
        }

        return Separators[best];
    }

    /// <summary>The letters of a text, its first ones read already.</summary>
    private sealed class Letters(TextReader text, char[] head, int length)
    {
        private int _at;
        private int _length = length;

        public int Next() => IsThere() ? head[_at++] : -1;

        public int Peek() => IsThere() ? head[_at] : -1;

        private bool IsThere()
        {
            if (_at == _length)
            {
                (_at, _length) = (0, text.ReadBlock(head, 0, head.Length));
            }

            return _length > 0;
        }
    }
}
