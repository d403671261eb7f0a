using System.Text.Json;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>A market day with whose it is.</summary>
public sealed record KnownMarketDay(Guid MarketDayId, long Version, Guid GroupId, string Group, string GroupSlug, string Plan, string CalledOff, bool Ended)
{
    public MarketPlan Terms => JsonSerializer.Deserialize(Plan, MarketJson.Default.MarketPlan)!;

    public IReadOnlyDictionary<DateOnly, string> Off => JsonSerializer.Deserialize(CalledOff, MarketJson.Default.DictionaryDateOnlyString)!;

    /// <summary>The dates that are not over, soonest first.</summary>
    public IEnumerable<MarketDate> Coming(DateTimeOffset now) => MarketDate.Coming(Terms, Off, now);
}

/// <summary>How much is ordered for one date.</summary>
public sealed record MarketLoad(Guid MarketDay, DateOnly MarketDate, int Buyers, int Orders);

/// <summary>Reads market days: for everybody, and for those who keep them, where every statement asks for the role itself.</summary>
public sealed class MarketBook(NpgsqlDataSource db)
{
    /// <summary>Those of a KIM whose orders the asker may see to; the ended ones are left out.</summary>
    public Task<List<KnownMarketDay>> OfAsync(Asker asker, Guid kim, CancellationToken ct) => db.RowsAsync<KnownMarketDay>(
        $"""
        select {Columns}
        from market_days d
        join groups g on g.group_id = d.group_id
        where d.group_id = {kim} and not d.ended and {Keeps(asker)}
        order by d.opened_at, d.market_day_id
        limit {Domain.Limits.MarketDays}
        """, ct);

    /// <summary>Null when there is none, or the asker does not keep it.</summary>
    public Task<KnownMarketDay?> FindAsync(Asker asker, Guid id, CancellationToken ct) => db.RowAsync<KnownMarketDay>(
        $"""
        select {Columns}
        from market_days d
        join groups g on g.group_id = d.group_id
        where d.market_day_id = {id} and {Keeps(asker)}
        """, ct);

    /// <summary>What is ordered for the dates to come, where it has not come to nothing.</summary>
    public Task<List<MarketLoad>> LoadsAsync(Asker asker, Guid kim, DateOnly from, CancellationToken ct) => db.RowsAsync<MarketLoad>(
        $"""
        select o.market_day, o.market_date, count(distinct o.checkout_id)::int as buyers, count(*)::int as orders
        from market_days d
        join orders o on o.market_day = d.market_day_id and o.market_date >= {from} and o.status not in (4, 5, 6, 12)
        where d.group_id = {kim} and {Keeps(asker)}
        group by o.market_day, o.market_date
        """, ct);

    /// <summary>What these KIM hold, for everybody.</summary>
    public async Task<IReadOnlyList<KnownMarketDay>> HeldByAsync(IReadOnlyCollection<Guid> kims, CancellationToken ct) => kims.Count == 0 ? [] : await db.RowsAsync<KnownMarketDay>(
        $"""
        select {Columns}
        from market_days d
        join groups g on g.group_id = d.group_id
        where d.group_id = any({kims.ToArray()}) and not d.ended
        order by g.name, d.opened_at, d.market_day_id
        limit {5 * Domain.Limits.MarketDays}
        """, ct);

    /// <summary>What the KIM <c>g</c> holds, as a column of the statement that reads a page.</summary>
    internal static SqlPart OfKim => Lists.Of(
        $"""
        select {Columns}
        from market_days d
        where d.group_id = g.group_id and not d.ended
        order by d.opened_at, d.market_day_id
        limit {Domain.Limits.MarketDays}
        """);

    private static SqlPart Columns => SqlPart.Of($"d.market_day_id, d.version, d.group_id, g.name as \"group\", g.slug as group_slug, d.plan::text, d.called_off::text, d.ended");

    /// <summary>Whether the asker keeps the market day <c>d</c>.</summary>
    internal static SqlPart Keeps(Asker asker) => SqlPart.Of(
        $"""
        exists (
            select from memberships m
            where m.scope = d.group_id and m.member_id = {asker.Scope} and m.desk = {Desk.Group}
              and m.role in ({nameof(GroupRole.Chair)}, {nameof(GroupRole.Curator)}))
        """);
}
