namespace Kim.Market.Web.Tables;

/// <summary>One row of a table: where it stands in the file, and what is in its cells.</summary>
public sealed record TableLine(int Number, IReadOnlyList<string> Cells);

/// <summary>How much of a table is read.</summary>
/// <param name="Bytes">The file as it was sent.</param>
/// <param name="Rows">Further rows refuse the table.</param>
/// <param name="Columns">Further columns are not looked at.</param>
/// <param name="Cell">Letters in one cell.</param>
/// <param name="Unpacked">Bytes of a packed file when it is unpacked.</param>
public sealed record TableLimits(int Bytes, int Rows, int Columns, int Cell, long Unpacked)
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>A list of a whole regency: as much as an office has, and no more than one machine can hold.</summary>
    public static readonly TableLimits List = new(
        Bytes: 12 * Megabyte, Rows: 100_000, Columns: 60, Cell: 2_000, Unpacked: 120L * Megabyte);

    public static readonly TableLimits None = new(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, long.MaxValue);
}
