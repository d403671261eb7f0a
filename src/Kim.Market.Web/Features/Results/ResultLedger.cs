using System.Data;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>One row behind a figure: whom or what it counts, where, since when, and the event that made it.</summary>
/// <param name="Name">The KIM, the UMKM, or the number of the order.</param>
/// <param name="Seller">The UMKM behind an order.</param>
public sealed record ResultRow(
    Guid Subject, DateTime At, long Amount, string Name, string? Seller, string Village, string Place, string TimeZone,
    Guid Stream, long Version);

/// <summary>Where a page of rows ended; the next one starts behind it.</summary>
public sealed record ResultKey(DateTime At, Guid Subject)
{
    /// <summary>Null for a text that is no key: the rows then begin with the newest.</summary>
    public static ResultKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(ResultRow row) => Cursor.Of(row.At, row.Subject);
}

/// <summary>Opens the rows behind a figure. Total and rows come from one snapshot, so they agree to the rupiah.</summary>
public sealed class ResultLedger(NpgsqlDataSource db)
{
    public const int PageSize = 50;

    /// <summary>One page of rows, newest first, and what all of them come to.</summary>
    public async Task<(long Total, Slice<ResultRow> Rows)> PageAsync(Figure figure, ResultKey? after, CancellationToken ct)
    {
        await using var book = await OpenAsync(figure, ct);
        var rows = new List<ResultRow>(PageSize + 1);
        await foreach (var row in book.RowsAsync(after, PageSize + 1, ct))
        {
            rows.Add(row);
        }

        return (book.Total, Slice<ResultRow>.Of(rows, PageSize));
    }

    /// <summary>The figure's total with all its rows, which stay the same for as long as it is open.</summary>
    public async Task<OpenLedger> OpenAsync(Figure figure, CancellationToken ct)
    {
        var connection = await db.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            var totals = await connection.QueryAsync(
                $"""
                select coalesce(sum(case when {figure.IsMoney} then amount else rows end), 0)::bigint
                from result_totals
                where metric = {figure.Metric}
                """, row => row.GetInt64(0), ct);
            return new(figure, totals[0], connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
