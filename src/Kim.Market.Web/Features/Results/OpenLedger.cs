using System.Runtime.CompilerServices;
using Dapper;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Results;

/// <summary>A figure and the rows it is made of, as they were at one moment.</summary>
public sealed class OpenLedger(Figure figure, long total, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    private static readonly ResultKey Top = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    public Figure Figure { get; } = figure;

    public long Total { get; } = total;

    /// <summary>Row by row, newest first, without ever holding all of them.</summary>
    public async IAsyncEnumerable<ResultRow> RowsAsync(
        ResultKey? after = null, long limit = long.MaxValue, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var batch = connection.CreateBatch();
        batch.Add(Rows(after ?? Top, limit));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            yield break;
        }

        var parse = reader.GetRowParser<ResultRow>();
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
    private Sql Rows(ResultKey from, long limit) =>
        $"""
        select x.subject, x.at, x.amount, coalesce(o.number, b.name, g.name, '–') as name,
               case when o.order_id is not null then b.name end as seller, x.village, coalesce(r.place, x.village) as place,
               coalesce(r.time_zone, 'Asia/Makassar') as time_zone, x.stream, x.version
        from result_rows x
        left join app.regions r on r.code = x.village
        left join orders o on x.metric = {Metric.CompletedOrders} and o.order_id = x.subject
        left join businesses b on b.business_id = x.business_id
        left join groups g on x.metric = {Metric.ActiveGroups} and g.group_id = x.subject
        where x.metric = {Figure.Metric} and (x.at, x.subject) < ({from.At}, {from.Subject})
        order by x.at desc, x.subject desc
        limit {limit}
        """;
}
