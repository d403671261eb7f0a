using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>Opens market days and changes them. That the asker keeps them for that KIM, the caller has checked.</summary>
public sealed class MarketDesk(Marketplace marketplace, MarketBook book, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one market day.</param>
    public async Task<Refusal?> OpenAsync(Id<MarketDay> id, Id<Group> kim, MarketPlan plan, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        if ((await book.OfAsync(asker, kim.Value, ct)).Count(known => known.MarketDayId != id.Value) >= Limits.MarketDays)
        {
            return MarketDayRefusals.TooMany;
        }

        try
        {
            return await marketplace.BeginAsync(id, MarketDay.Open(id, kim, plan, at ?? clock.GetUtcNow()), asker.By(id.Value, at), ct);
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }
    }

    public Task<Refusal?> ChangeAsync(Id<MarketDay> id, MarketPlan plan, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (MarketDay day) => day.Change(plan, clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> CallOffAsync(Id<MarketDay> id, DateOnly date, string reason, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        id, (MarketDay day) => day.CallOff(date, reason, DateFormat.DayIn(clock.GetUtcNow(), MarketDate.ZoneOf(day.Plan)), clock.GetUtcNow()), asker.By(), ct);

    public Task<Refusal?> EndAsync(Id<MarketDay> id, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(id, (MarketDay day) => day.End(clock.GetUtcNow()), asker.By(), ct);
}
