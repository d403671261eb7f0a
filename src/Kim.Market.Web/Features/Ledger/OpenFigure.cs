using System.Runtime.CompilerServices;
using Dapper;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>A figure and the rows it is made of, as they were at one moment.</summary>
public sealed class OpenFigure(LedgerFigure figure, LedgerQuestion question, long total, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public long Total { get; } = total;

    /// <summary>Row by row, newest first, without ever holding all of them.</summary>
    public async IAsyncEnumerable<LedgerRow> RowsAsync(
        LedgerKey? after = null, long limit = long.MaxValue, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(Rows(after ?? LedgerKey.Top, limit));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            yield break;
        }

        var parse = reader.GetRowParser<LedgerRow>();
        do
        {
            yield return parse(reader);
        }
        while (await reader.ReadAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    // A row counts even where a name has gone missing beside it: leaving it out would break the sum.
    private Sql Rows(LedgerKey from, long limit)
    {
        var counted = figure.In(question.Section);
        var isGoods = counted is { Once: Once.Each } && counted.Metrics[0] == Metric.Product;
        var isBusiness = counted.Once == Once.Business || counted.Metrics[0] is Metric.ActiveBusiness or Metric.OutsideSale;
        var (isHeld, isAttended) = (counted.Metrics[0] == Metric.CoachingHeld, counted.Metrics[0] == Metric.Attendance);
        return $"""
            select x.subject, x.at, x.recorded, x.value, coalesce(o.number, p.name, case when {isBusiness} then b.name end, case when {isHeld} then k.title end, g.name, '–') as name,
                   case when o.order_id is not null or p.product_id is not null then b.name when {isBusiness} then g.name when {isAttended} then k.title end as "of",
                   x.village, coalesce(r.place, x.village) as place, coalesce(r.time_zone, 'Asia/Makassar') as time_zone, x.stream, x.version
            from (
                select * from ({LedgerSql.Rows(figure, question)}) x
                where (x.at, x.subject) < ({from.At}, {from.Subject})
                order by x.at desc, x.subject desc
                limit {limit}
            ) x
            left join app.regions r on r.code = x.village
            left join orders o on {counted.IsOfOrders} and o.order_id = x.subject
            left join products p on {isGoods} and p.product_id = x.subject
            left join businesses b on b.business_id = x.business_id
            left join groups g on g.group_id = x.group_id
            left join attendances a on {isAttended} and a.attendance_id = x.subject
            left join coachings k on ({isHeld} or {isAttended}) and k.coaching_id = coalesce(a.coaching_id, x.subject)
            order by x.at desc, x.subject desc
            """;
    }
}
