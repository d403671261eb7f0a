using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Features.Search;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Demand;

/// <summary>Counts what was searched for and not found: behind the page, some hundred at once, and never with who it was.</summary>
/// <remarks>A count, not a fact: what is in the line when a node dies, or comes while it is full, is not counted.</remarks>
public sealed partial class DemandLog(NpgsqlDataSource db, Secrets secrets, TimeProvider clock, ILogger<DemandLog> log) : BackgroundService
{
    private const int Line = 2_000;
    private const int AtOnce = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly Counter<long> Lost = new Meter("Kim.Market").CreateCounter<long>("kim.demand.lost", description: "Searches without a finding that were not counted");

    private readonly Channel<Search> _line = Channel.CreateBounded<Search>(Line);
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Somebody searched for this, and nothing was there.</summary>
    public void Hear(HttpContext http, SearchTerms terms, string? typed)
    {
        if (Shares.IsPressed(http.Request) && DemandTerm.Of(terms, typed) is { } term)
        {
            Hear(term, DemandPlace.Of(http.Request), $"{http.Connection.RemoteIpAddress} {http.Request.Headers.UserAgent}");
        }
    }

    /// <param name="party">Tells visitors apart; gone as soon as it is marked.</param>
    internal void Hear(string term, DemandPlace place, string party)
    {
        if (!_line.Writer.TryWrite(new(term, place, party)))
        {
            Lost.Add(1);
        }
    }

    /// <summary>Writes down what waits in the line, and waits for what is being written: what was heard before is counted after.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);
        try
        {
            while (Take() is { Count: > 0 } heard)
            {
                await WriteAsync(heard, ct);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        _writing.Dispose();
        base.Dispose();
    }

    /// <summary>A market of one island group has one day for its counts.</summary>
    internal static DateOnly Today(TimeProvider clock) => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    /// <summary>The first day that counts.</summary>
    internal static DateOnly Since(TimeProvider clock) => Today(clock).AddDays(1 - DemandTerm.Days);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // told to end
        }
    }

    // The same places and marks in one order, whoever writes them: two nodes wait for each other and never both.
    private static Sql Count(long[] marks, List<Search> heard, int[] visitors, DateOnly today) =>
        $"""
        insert into app.demand_marks (mark, district, visitor, day)
        select distinct h.mark, coalesce(left(case h.page
            when {(short)DemandPage.Region} then (select r.code from app.regions r where r.code = h.key)
            when {(short)DemandPage.Group} then (select g.seat from groups g where g.slug = h.key)
            when {(short)DemandPage.Business} then (select b.village from businesses b where b.slug = h.key)
            when {(short)DemandPage.Product} then (select b.village from products p join businesses b on b.business_id = p.business_id where p.slug = h.key)
        end, {DemandPlace.DistrictLength}), '') as district, h.visitor, {today}
        from unnest({marks}, {heard.Select(one => (short)one.Place.Page).ToArray()}, {heard.Select(one => one.Place.Key ?? "").ToArray()}, {visitors}) as h(mark, page, key, visitor)
        order by 1, 2, 3
        on conflict (mark, district, visitor) do update set day = excluded.day
        """;

    private Sql Name(long[] marks, string[] terms, DateOnly today) =>
        $"""
        insert into app.demand_terms (mark, term, since)
        select distinct h.mark, h.term, {today}
        from unnest({marks}, {terms}) as h(mark, term)
        where (select count(distinct m.visitor) from app.demand_marks m where m.mark = h.mark and m.day >= {Since(clock)}) >= {DemandTerm.Fewest}
        order by 1
        on conflict do nothing
        """;

    // Counted and committed before the fifth is looked for: of two nodes that each bring some of five, the later one sees all.
    private async Task WriteAsync(List<Search> heard, CancellationToken ct)
    {
        var secret = await secrets.OfAsync("demand", ct);
        var today = Today(clock);
        var terms = heard.Select(one => one.Term).ToArray();
        var marks = terms.Select(term => DemandTerm.MarkOf(secret, term)).ToArray();
        await db.ExecuteAsync(Count(marks, heard, [.. heard.Select(one => DemandTerm.VisitorOf(secret, one.Party))], today), ct);
        await db.ExecuteAsync(Name(marks, terms, today), ct);
    }

    private List<Search> Take()
    {
        var taken = new List<Search>();
        while (taken.Count < AtOnce && _line.Reader.TryRead(out var heard))
        {
            taken.Add(heard);
        }

        return taken;
    }

    private async Task TryWriteAsync(CancellationToken ct)
    {
        try
        {
            await WriteAsync(ct);
        }
        catch (NpgsqlException failure)
        {
            NotWritten(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Searches without a finding were not counted.")]
    private partial void NotWritten(Exception failure);

    private sealed record Search(string Term, DemandPlace Place, string Party);
}
