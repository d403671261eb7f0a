using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Ledger;
using Npgsql;

namespace Kim.Market.Web.Features.Figures;

/// <summary>Something about a day that became known after it.</summary>
/// <param name="Metric">What it is counted as.</param>
/// <param name="Adds">True when more was known afterwards, false when less.</param>
/// <param name="Recorded">When it became known.</param>
public sealed record Correction(
    short Metric, Guid Subject, bool Adds, DateTime At, DateTime Recorded, long Value, string Name, string Place, string TimeZone, Guid Stream, long Version)
{
    public Metric What => (Metric)Metric;
}

/// <summary>Finds what the two clocks do not agree on: it had happened by then and was not known, or was known and had not been so.</summary>
public sealed class Corrections(NpgsqlDataSource db, LedgerSource source, LedgerShelf shelf)
{
    public const int PageSize = 50;

    /// <summary>As the index of late entries has it.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    public async Task<int> CountAsync(LedgerQuestion q, CancellationToken ct)
    {
        var stamp = (await db.RowsAsync<LedgerStamp>($"{LedgerShelf.StampFor(q)}", ct)).FirstOrDefault();
        if (!shelf.TryFind(q, typeof(Corrections), stamp, out int count))
        {
            count = (await source.Db.RowsAsync<int>($"select count(*)::int from ({Of(q)}) c", ct))[0];
            shelf.Keep(q, typeof(Corrections), stamp, count);
        }

        return count;
    }

    public async Task<Slice<Correction>> PageAsync(LedgerQuestion q, LedgerKey after, CancellationToken ct) => Slice<Correction>.Of(
        await source.Db.RowsAsync<Correction>(
            $"""
            select c.metric, c.subject, c.adds, c.at, c.recorded, c.amount as value, coalesce(o.number, p.name, b.name, g.name, k.title, '–') as name,
                   coalesce(r.place, c.village) as place, coalesce(r.time_zone, 'Asia/Makassar') as time_zone, c.stream, c.version
            from (
                select * from ({Of(q)}) c
                where (c.recorded, c.subject) < ({after.At}, {after.Subject})
                order by c.recorded desc, c.subject desc
                limit {PageSize + 1}
            ) c
            left join app.regions r on r.code = c.village
            left join orders o on o.order_id = c.subject
            left join products p on p.product_id = c.subject
            left join businesses b on b.business_id = c.business_id
            left join groups g on g.group_id = c.group_id
            left join coachings k on k.coaching_id = c.subject
            order by c.recorded desc, c.subject desc
            """, ct), PageSize);

    // Both ways of standing up to that day are asked of each entry; what they answer alike is no correction. What had happened by then and was
    // written down more than a day later came more than a day after it happened: there are few of those, in an index of their own.
    private static SqlPart Of(LedgerQuestion q) => SqlPart.Of(
        $"""
        select l.metric, l.subject, l.amount, l.group_id, l.business_id, l.village, true as adds, l.at, l.recorded, l.stream, l.version
        from ledger_entries l
        where {LedgerSql.In(q)} and l.at < {q.Until} and l.recorded >= {q.Until} and l.recorded < {q.Until + Soon}
        union all
        select l.metric, l.subject, l.amount, l.group_id, l.business_id, l.village, true, l.at, l.recorded, l.stream, l.version
        from ledger_entries l
        where {LedgerSql.In(q)} and l.at < {q.Until} and l.recorded >= {q.Until + Soon} and l.recorded - l.at > interval '24 hours'
        union all
        select l.metric, l.subject, l.amount, l.group_id, l.business_id, l.village, false, l.ended_at, l.ended_recorded, l.ended_stream, l.ended_version
        from ledger_entries l
        where {LedgerSql.In(q)} and l.ended_at < {q.Until} and l.ended_recorded >= {q.Until} and l.ended_recorded < 'infinity'
        """);
}
