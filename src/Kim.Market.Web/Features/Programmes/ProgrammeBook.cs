using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Programmes;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>A business on one side or the other, and what it sold in ninety days before and after.</summary>
public sealed record Traded(Guid BusinessId, string Name, string Slug, string Regency, string Section, long Before, long After, bool Came)
{
    public Trader Trader => new($"{Regency}/{Section}", new(Before), new(After));
}

/// <summary>A quarter in which businesses got a certificate with the help of an office, and the days that are compared.</summary>
/// <param name="First">Its first day.</param>
public sealed record ProgrammeTime(DateOnly First)
{
    /// <summary>Days on each side of the quarter.</summary>
    public const int Days = 90;

    private const int Offered = 8;
    private const int Months = 3;

    public DateOnly Ends => First.AddMonths(Months);

    /// <summary>As it stands in addresses: 2026-K2.</summary>
    public string Value => $"{First.Year}-K{((First.Month - 1) / Months) + 1}";

    internal DateTimeOffset Since => At(First.AddDays(-Days));

    internal DateTimeOffset Begins => At(First);

    internal DateTimeOffset Over => At(Ends);

    internal DateTimeOffset Until => At(Ends.AddDays(Days));

    /// <summary>Those of which the ninety days after are over, newest first.</summary>
    public static IReadOnlyList<ProgrammeTime> Known(DateOnly today)
    {
        var last = today.AddDays(-Days).AddMonths(-Months);
        var first = new DateOnly(last.Year, ((last.Month - 1) / Months * Months) + 1, 1);
        return [.. Enumerable.Range(0, Offered).Select(back => new ProgrammeTime(first.AddMonths(-Months * back)))];
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Zone.Wita.Offset);
}

/// <summary>Reads what businesses of the asker's region sold around a quarter: those that got a certificate in it, and those that never had one until its days were over.</summary>
public sealed class ProgrammeBook(NpgsqlDataSource db)
{
    /// <summary>More than that say no more; which ones, follows from their ids.</summary>
    private const int Most = 1_000;

    /// <summary>Of which an office can help to get one.</summary>
    public static IReadOnlyList<LedgerFigure> Kinds { get; } = [LedgerFigure.Nib, LedgerFigure.PIrt, LedgerFigure.Halal];

    public Task<List<Traded>> ReadAsync(Asker asker, Guid office, LedgerFigure kind, ProgrammeTime time, CancellationToken ct) => db.RowsAsync<Traded>(
        $"""
        with region as (
            select region from offices
            where office_id = {office} and exists (
                select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = office_id
                  and m.role in ({nameof(OfficeRole.Officer)}, {nameof(OfficeRole.Auditor)}))
        ), sold as (
            select l.business_id, coalesce(sum(l.amount) filter (where l.at < {time.Begins}), 0)::bigint as before,
                   coalesce(sum(l.amount) filter (where l.at >= {time.Over}), 0)::bigint as after
            from region o join ledger_entries l on l.village like o.region || '%'
            where l.metric = {(short)Metric.CompletedOrder} and l.ended_recorded = 'infinity' and l.at >= {time.Since} and l.at < {time.Until}
            group by l.business_id
        ), held as (
            select l.business_id, min(l.at) as since
            from region o join ledger_entries l on l.village like o.region || '%'
            where l.metric = {(short)kind.Metrics[0]} and l.at < {time.Until}
            group by l.business_id
        )
        select b.business_id, b.name, b.slug, left(b.village, 5) as regency, coalesce(goods.section, '') as section, s.before, s.after, h.business_id is not null as came
        from sold s
        join businesses b on b.business_id = s.business_id
        left join held h on h.business_id = s.business_id
        left join lateral (
            select split_part(p.category, '/', 1) as section from products p where p.business_id = b.business_id group by 1 order by count(*) desc, 1 limit 1) goods on true
        where h.business_id is null or (h.since >= {time.Begins} and h.since < {time.Over})
        order by h.business_id is null, md5(b.business_id::text)
        limit {Most}
        """, ct);
}
