using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Programmes;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>A business on one side or the other, and what it sold in ninety days before and after.</summary>
public sealed record Traded(Guid BusinessId, string Regency, string Section, long Before, long After, bool Came)
{
    public Trader Trader => new($"{Regency}/{Section}", new(Before), new(After));
}

/// <summary>What a business is called now, and where its page is.</summary>
public sealed record TraderName(Guid BusinessId, string Name, string Slug);

/// <summary>The days that are compared: from ninety days before something to ninety days after it, with what is neither in between.</summary>
/// <param name="Begins">When it began; the days before end here.</param>
/// <param name="Over">When it was over; the days after begin here.</param>
public sealed record ProgrammeSpan(DateTimeOffset Since, DateTimeOffset Begins, DateTimeOffset Over, DateTimeOffset Until)
{
    /// <summary>Days on each side.</summary>
    public const int Days = 90;

    /// <param name="ends">The first day on which it is over.</param>
    public static ProgrammeSpan Around(DateOnly first, DateOnly ends, Zone zone)
    {
        return new(At(first.AddDays(-Days)), At(first), At(ends), At(ends.AddDays(Days)));

        DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), zone.Offset);
    }
}

/// <summary>A coaching whose effect can be asked for.</summary>
public sealed record ProgrammeCoaching(Guid CoachingId, string Title, DateOnly StartsOn);

/// <summary>A business that came to a coaching, and what was put right about it.</summary>
public sealed record TurnoutRow(Guid AttendanceId, Guid BusinessId, string Name, string Corrections)
{
    public IReadOnlyList<AttendanceCorrection> Turns { get; } = AttendanceRows.Read(Corrections);
}

/// <summary>A quarter in which businesses got a certificate with the help of an office, and the days that are compared.</summary>
/// <param name="First">Its first day.</param>
public sealed record ProgrammeTime(DateOnly First)
{
    private const int Offered = 8;
    private const int Months = 3;

    public DateOnly Ends => First.AddMonths(Months);

    /// <summary>As it stands in addresses: 2026-K2.</summary>
    public string Value => $"{First.Year}-K{((First.Month - 1) / Months) + 1}";

    public ProgrammeSpan Span => ProgrammeSpan.Around(First, Ends, Zone.Wita);

    /// <summary>Those of which the ninety days after are over, newest first.</summary>
    public static IReadOnlyList<ProgrammeTime> Known(DateOnly today)
    {
        var last = today.AddDays(-ProgrammeSpan.Days).AddMonths(-Months);
        var first = new DateOnly(last.Year, ((last.Month - 1) / Months * Months) + 1, 1);
        return [.. Enumerable.Range(0, Offered).Select(back => new ProgrammeTime(first.AddMonths(-Months * back)))];
    }
}

/// <summary>Reads what businesses of the asker's region sold around a quarter: those that got a certificate in it, and those that never had one until its days were over.</summary>
public sealed class ProgrammeBook(NpgsqlDataSource db, LedgerShelf shelf)
{
    /// <summary>More than that say no more; which ones, follows from their ids.</summary>
    private const int Most = 1_000;

    /// <summary>Of which an office can help to get one.</summary>
    public static IReadOnlyList<LedgerFigure> Kinds { get; } = [LedgerFigure.Nib, LedgerFigure.PIrt, LedgerFigure.Halal];

    /// <summary>Both sides of a certificate in an office's region.</summary>
    public Task<ProgrammeSides> SidesAsync(Asker asker, Guid office, LedgerFigure kind, ProgrammeSpan span, CancellationToken ct)
    {
        var region = SqlPart.Of($"select o.region from offices o where o.office_id = {office} and {Answers(asker, office)}");
        return SidesAsync((office, kind.Slug, span), region, SqlPart.Of($"''"), SqlPart.Of(
            $"""
            with region as ({region}), sold as ({Sold(span)}), held as (
                select l.business_id, min(l.at) as since
                from ledger_entries l
                where l.metric = {(short)kind.Metrics[0]} and {IsOfRegion} and l.at < {span.Until}
                group by l.business_id
            )
            select {Columns}, h.business_id is not null as came
            {Sellers}
            left join held h on h.business_id = s.business_id
            where h.business_id is null or (h.since >= {span.Begins} and h.since < {span.Over})
            order by h.business_id is null, md5(b.business_id::text)
            limit {Most}
            """), ct);
    }

    /// <summary>The same around a coaching of the asker's offices: those whose people came, and those whose did not.</summary>
    public Task<ProgrammeSides> SidesAsync(Asker asker, Guid coaching, ProgrammeSpan span, CancellationToken ct)
    {
        var region = SqlPart.Of($"select c.region from coachings c where c.coaching_id = {coaching} and {CoachingBook.Watches(asker)}");
        var came = SqlPart.Of($"select md5(string_agg(concat(a.business_id, a.struck), ' ' order by a.attendance_id)) from attendances a where a.coaching_id = {coaching}");
        return SidesAsync((coaching, span), region, SqlPart.Of($"({came})"), SqlPart.Of(
            $"""
            with region as ({region}), sold as ({Sold(span)}), came as (
                select distinct a.business_id from attendances a where a.coaching_id = {coaching} and not a.struck and a.business_id is not null
            ), was as (
                select distinct a.business_id from attendances a where a.coaching_id = {coaching} and a.business_id is not null
            )
            select {Columns}, b.business_id in (select business_id from came) as came
            {Sellers}
            order by b.business_id in (select business_id from was) desc, md5(b.business_id::text)
            limit {Most}
            """), ct);
    }

    /// <summary>What those who came are called: asked each time, a name changes without the ledger.</summary>
    /// <param name="sides">Those that the asker was told.</param>
    public async Task<IReadOnlyDictionary<Guid, TraderName>> NamesAsync(ProgrammeSides sides, CancellationToken ct) => sides.IsHidden
        ? new Dictionary<Guid, TraderName>()
        : (await db.RowsAsync<TraderName>(
            $"select business_id, name, slug from businesses where business_id = any({sides.Came.Select(one => one.BusinessId).ToArray()})", ct)).ToDictionary(one => one.BusinessId);

    /// <summary>Which businesses came to a coaching of the asker's offices, with what was put right.</summary>
    public Task<List<TurnoutRow>> TurnoutAsync(Asker asker, Guid coaching, CancellationToken ct) => db.RowsAsync<TurnoutRow>(
        $"""
        select a.attendance_id, a.business_id, b.name, a.corrections::text as corrections
        from coachings c
        join attendances a on a.coaching_id = c.coaching_id
        join businesses b on b.business_id = a.business_id
        where c.coaching_id = {coaching} and {CoachingBook.Watches(asker)}
        """, ct);

    /// <summary>Coachings of an office's region that were held, the latest first.</summary>
    public Task<List<ProgrammeCoaching>> HeldAsync(Asker asker, Guid office, CancellationToken ct) => db.RowsAsync<ProgrammeCoaching>(
        $"""
        select c.coaching_id, c.title, c.starts_on
        from coachings c
        where c.status = {(short)CoachingStatus.Held} and exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office} and (c.region = m.region or c.region like m.region || '.%'))
        order by c.starts_on desc, c.coaching_id desc
        limit {CoachingBook.PageSize}
        """, ct);

    // Counted once while the ledger, and what else it depends on, stays as it is; whether the asker may know it is asked each time.
    private async Task<ProgrammeSides> SidesAsync(object key, SqlPart region, SqlPart state, SqlPart rows, CancellationToken ct)
    {
        var known = await db.RowAsync<Known>($"select stamp.rows, stamp.seals, {state} as state from ({LedgerShelf.StampIf(SqlPart.Of($"exists ({region})"))}) stamp", ct);
        var (whole, stamp) = ((typeof(ProgrammeSides), key, known?.State), known is null ? null : new LedgerStamp(known.Rows, known.Seals));
        if (!shelf.TryFind(whole, stamp, out ProgrammeSides sides))
        {
            sides = ProgrammeSides.Of(await db.RowsAsync<Traded>($"{rows}", ct));
            shelf.Keep(whole, stamp, sides);
        }

        return sides;
    }

    private static SqlPart Answers(Asker asker, Guid office) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = {office}
              and m.role in ({nameof(OfficeRole.Officer)}, {nameof(OfficeRole.Auditor)}))
        """);

    private static SqlPart IsOfRegion => SqlPart.Of($"l.village ~>=~ (select region from region) and l.village ~<~ (select region || '/' from region)");

    // What businesses of the region sold on each side.
    private static SqlPart Sold(ProgrammeSpan span) => SqlPart.Of(
        $"""
            select l.business_id, coalesce(sum(l.amount) filter (where l.at < {span.Begins}), 0)::bigint as before,
                   coalesce(sum(l.amount) filter (where l.at >= {span.Over}), 0)::bigint as after
            from ledger_entries l
            where l.metric = {(short)Metric.CompletedOrder} and {IsOfRegion} and l.ended_recorded = 'infinity' and l.at >= {span.Since} and l.at < {span.Until}
            group by l.business_id
        """);

    private static SqlPart Columns => SqlPart.Of(
        $"b.business_id, left(b.village, 5) as regency, coalesce(goods.section, '') as section, s.before, s.after");

    private static SqlPart Sellers => SqlPart.Of(
        $"""
        from sold s
        join businesses b on b.business_id = s.business_id
        left join lateral (
            select split_part(p.category, '/', 1) as section from products p where p.business_id = b.business_id group by 1 order by count(*) desc, 1 limit 1) goods on true
        """);

    private sealed record Known(long Rows, decimal Seals, string? State);
}
