using Kim.Market.Web.Tables;

namespace Kim.Market.Web.Features.Imports;

/// <summary>A table whose columns are understood: what is taken from it, what is left out and why.</summary>
public sealed class Sheet
{
    // Titles, logos and a line of numbers stand above the names of columns.
    private const int MostAbove = 15;
    private const int NikLength = 16;

    private readonly TableFile _file;
    private readonly int _header;
    private readonly Dictionary<ListColumn, int> _at;

    private Sheet(TableFile file, int header, Dictionary<ListColumn, int> at) => (_file, _header, _at) = (file, header, at);

    /// <summary>The columns that are taken over, as they are called in the file.</summary>
    public required IReadOnlyList<string> Taken { get; init; }

    /// <summary>Columns that hold what is a person's own, by their name or by what stands in them: nothing of them is kept.</summary>
    public required IReadOnlyList<string> Personal { get; init; }

    /// <summary>Columns nobody needs here.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }

    /// <summary>There is a column called nothing but "Nama", and nobody can tell whose.</summary>
    public bool HasPlainName => Ignored.Any(name => name.Trim().Equals("nama", StringComparison.OrdinalIgnoreCase));

    public bool HasOldLetters => _file.HasOldLetters;

    public bool Has(ListColumn column) => _at.ContainsKey(column);

    /// <summary>Reads the table once, to know its columns by their names and by what stands in them.</summary>
    /// <param name="meaning">What a column of such a list means.</param>
    /// <exception cref="TableRefusedException">It is no such list.</exception>
    public static Sheet Open(TableFile file, Func<ColumnName, ListColumn?> meaning)
    {
        var (header, names) = (0, Array.Empty<ColumnName>());
        var (filled, niks) = (new int[256], new int[256]);
        var (above, best) = (0, 0);
        foreach (var line in file.Lines())
        {
            if (above++ < MostAbove)
            {
                ColumnName[] read = [.. line.Cells.Select(ColumnName.Of)];
                var known = read.Select(meaning).OfType<ListColumn>().Distinct().Count();
                if (known > best)
                {
                    (header, names, best) = (line.Number, read, known);
                    Array.Clear(filled);
                    Array.Clear(niks);
                    continue;
                }
            }

            for (var i = 0; i < line.Cells.Count && i < filled.Length; i++)
            {
                filled[i] += line.Cells[i].Length > 0 ? 1 : 0;
                niks[i] += IsNik(line.Cells[i]) ? 1 : 0;
            }
        }

        // One stray number is that row's mistake; several are what the column holds, whatever it is called.
        return Sort(file, header, names, meaning, column => niks[column] > 1 && niks[column] * 20 >= filled[column]);
    }

    /// <summary>The rows below the names of the columns.</summary>
    public IEnumerable<SheetRow> Rows() => _file.Lines().Where(line => line.Number > _header).Select(line => new SheetRow(line, _at));

    /// <summary>Whether a cell holds the number of a person (NIK) or of a family card: sixteen digits, however they are parted.</summary>
    public static bool IsNik(string cell)
    {
        var digits = 0;
        foreach (var letter in cell)
        {
            if (char.IsAsciiDigit(letter))
            {
                digits++;
            }
            else if (letter is not (' ' or '.' or '-' or '\'' or '/' or '`' or '’'))
            {
                return false;
            }
        }

        return digits == NikLength;
    }

    private static Sheet Sort(TableFile file, int header, ColumnName[] names, Func<ColumnName, ListColumn?> meaning, Func<int, bool> holdsNik)
    {
        var at = new Dictionary<ListColumn, int>();
        var (taken, personal, ignored) = (new List<string>(), new List<string>(), new List<string>());
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].IsPersonal && meaning(names[i]) is null || holdsNik(i))
            {
                personal.Add(names[i].Text);
            }
            else if (meaning(names[i]) is { } column && at.TryAdd(column, i))
            {
                taken.Add(names[i].Text);
            }
            else if (names[i].Text.Length > 0)
            {
                ignored.Add(names[i].Text);
            }
        }

        return new(file, header, at) { Taken = taken, Personal = personal, Ignored = ignored };
    }
}

/// <summary>One row, by what its cells mean.</summary>
public sealed class SheetRow(TableLine line, IReadOnlyDictionary<ListColumn, int> at)
{
    public int Number => line.Number;

    /// <summary>What stands there; empty when the list has no such column.</summary>
    public string this[ListColumn column] => at.TryGetValue(column, out var cell) && cell < line.Cells.Count ? line.Cells[cell] : "";
}
