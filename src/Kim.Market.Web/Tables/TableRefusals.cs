using Kim.Market.Domain;

namespace Kim.Market.Web.Tables;

/// <summary>Why a file is not read as a table.</summary>
public static class TableRefusals
{
    public static readonly Refusal Unreadable = new("table.unreadable");
    public static readonly Refusal OldExcel = new("table.old_excel");
    public static readonly Refusal TooFull = new("table.too_full");

    public static Refusal TooLarge(TableLimits limits) => new("table.too_large", limits?.Bytes / TableLimits.Megabyte);

    public static Refusal TooManyRows(TableLimits limits) => new("table.too_many_rows", limits?.Rows);

    public static Refusal TooManyColumns(int columns) => new("table.too_many_columns", columns);

    public static Refusal CellTooLong(int row) => new("table.cell_too_long", row);

    public static Refusal OpenQuote(int row) => new("table.open_quote", row);
}

/// <summary>A file that is no table, or too much of one.</summary>
public sealed class TableRefusedException : Exception
{
    public TableRefusedException()
        : this(TableRefusals.Unreadable)
    {
    }

    public TableRefusedException(string message)
        : this(TableRefusals.Unreadable, new InvalidDataException(message))
    {
    }

    public TableRefusedException(string message, Exception innerException)
        : base(message, innerException) => Refusal = TableRefusals.Unreadable;

    public TableRefusedException(Refusal refusal, Exception? cause = null)
        : base(refusal.Code, cause) => Refusal = refusal;

    public Refusal Refusal { get; }
}
