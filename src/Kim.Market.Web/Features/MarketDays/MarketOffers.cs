using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>One date on which a KIM hands out what a buyer ordered at its stalls.</summary>
/// <param name="Kim">What it is called.</param>
public sealed record MarketOffer(Guid Day, Guid Group, string Kim, string Place, MarketDate Date, Rupiah Shared, string Note, Zone Zone)
{
    /// <summary>How a form names it.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"pasar-{Day:N}-{Date.Date:yyyyMMdd}");

    /// <summary>What one of its orders keeps of it.</summary>
    public MarketPickup For(int turn) => new(new(Day), Date.Date, Place, Date.From, Date.Until, Date.OrderBy, Shared, turn);
}

/// <summary>Finds the dates for which the goods of some KIM can still be ordered.</summary>
public sealed class MarketOffers(MarketBook book, TimeProvider clock)
{
    /// <summary>As many as one can choose from at a glance.</summary>
    public const int Most = 3;

    /// <summary>The next ones, at most <see cref="Most"/>: one of each market day, or two of the only one.</summary>
    public async Task<IReadOnlyList<MarketOffer>> ForAsync(IReadOnlyCollection<Guid> kims, CancellationToken ct)
    {
        var (held, now) = (await book.HeldByAsync(kims, ct), clock.GetUtcNow());
        return [.. held.SelectMany(day => day.Coming(now).Where(date => date.IsOpen(now)).Take(held.Count == 1 ? 2 : 1).Select(date => Of(day, date))).OrderBy(offer => offer.Date.From).Take(Most)];
    }

    /// <summary>The very date that was chosen; null where it does not take place. Whether it is still early enough, the order decides.</summary>
    public async Task<MarketOffer?> FindAsync(IReadOnlyCollection<Guid> kims, Guid day, DateOnly date, CancellationToken ct) =>
        (await book.HeldByAsync(kims, ct)).FirstOrDefault(known => known.MarketDayId == day) is { } held && held.Terms.Falls(date) && !held.Off.ContainsKey(date)
            ? Of(held, MarketDate.Of(held.Terms, date))
            : null;

    /// <summary>
    /// Refuses the transaction that places the orders (<see cref="Constraints.StillHeld"/>) unless the date still takes place. Whoever calls it
    /// off, or ends the market day, waits for that transaction, or is waited for: nothing is ordered for it afterwards.
    /// </summary>
    public static Sql StillHeld(MarketOffer offer) =>
        $"""
        select app.require(count(*) = 1, {Constraints.StillHeld})
        from (
            select
            from market_days d
            where d.market_day_id = {offer.Day} and not d.ended and not jsonb_exists(d.called_off, {offer.Date.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})
            for share
        ) held
        """;

    /// <summary>The next date for which one can still order, on a page that is kept: until the last moment for it, or until something about it changes.</summary>
    public static MarketOffer? Shown(PageTags page, IReadOnlyList<KnownMarketDay> held, DateTimeOffset now)
    {
        var next = held.SelectMany(day => day.Coming(now).Where(date => date.IsOpen(now)).Take(1).Select(date => Of(day, date))).MinBy(offer => offer.Date.From);
        page.Add(held.Select(day => day.MarketDayId));
        if (held.Count > 0)
        {
            page.Until(next?.Date.OrderBy ?? now.AddDays(1)); // what is too far away today is nearer tomorrow
        }

        return next;
    }

    private static MarketOffer Of(KnownMarketDay day, MarketDate date) => day.Terms switch
    {
        var plan => new(day.MarketDayId, day.GroupId, day.Group, plan.Place, date, plan.Shared, plan.Note, MarketDate.ZoneOf(plan)),
    };
}
