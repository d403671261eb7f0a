using System.Data;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>Opens the rows behind a figure. Total and rows come from one snapshot, so they agree to the rupiah.</summary>
public sealed class LedgerRows(LedgerSource source, LedgerShelf shelf)
{
    public const int PageSize = 50;

    /// <summary>One page of rows, newest first, and what all of them come to.</summary>
    public async Task<(long Total, Slice<LedgerRow> Rows)> PageAsync(LedgerFigure figure, LedgerQuestion question, LedgerKey after, CancellationToken ct)
    {
        await using var open = await OpenAsync(figure, question, ct);
        var rows = new List<LedgerRow>(PageSize + 1);
        await foreach (var row in open.RowsAsync(after, PageSize + 1, ct))
        {
            rows.Add(row);
        }

        return (open.Total, Slice<LedgerRow>.Of(rows, PageSize));
    }

    /// <summary>The figure's total with all its rows, which stay the same for as long as it is open.</summary>
    public async Task<OpenFigure> OpenAsync(LedgerFigure figure, LedgerQuestion question, CancellationToken ct)
    {
        var connection = await source.Db.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            // Pages for everybody are kept whole, and spare themselves the question.
            var stamp = question.Asker is null ? null : (await connection.RowsAsync<LedgerStamp>($"{LedgerShelf.StampFor(question)}", ct)).FirstOrDefault();
            if (!shelf.TryFind(question, (figure, typeof(LedgerRows)), stamp, out long total))
            {
                total = (await connection.RowsAsync<long>($"select {LedgerSql.Total(figure, question)}", ct))[0];
                shelf.Keep(question, (figure, typeof(LedgerRows)), stamp, total);
            }

            return new(figure, question, total, connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
