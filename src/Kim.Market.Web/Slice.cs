namespace Kim.Market.Web;

/// <summary>One page of a list, and whether another one follows.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Rows, bool HasMore)
{
    /// <summary>Lists are read with one row more than they show: that row is only the sign that there are more.</summary>
    public static Slice<T> Of(IReadOnlyList<T> read, int size) =>
        read.Count > size ? new([.. read.Take(size)], true) : new(read, false);

    /// <summary>The cursor of the next page; null on the last one.</summary>
    public string? Next(Func<T, string> cursor) => HasMore ? cursor(Rows[^1]) : null;
}
