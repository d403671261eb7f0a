using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A KIM of the demo has just taken a stall out of sight, and its owner's objection waits for the office.</summary>
public sealed class DemoConduct(Marketplace marketplace)
{
    private static readonly TimeSpan Suspended = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Objected = TimeSpan.FromMinutes(2);

    /// <param name="open">The stall that somebody signs in to: it stays open.</param>
    public async Task MakeAsync(DemoMarket market, DemoSupply supply, RegionCode region, DemoBusiness open, DemoCalendar calendar, CancellationToken ct)
    {
        // The one with the least to sell: a market without it is hardly smaller.
        var stall = market.Businesses
            .Where(stall => stall.Key != open.Key && region.Contains(RegionCode.Parse(stall.Village)))
            .OrderBy(stall => market.Products.Count(product => product.Business == stall.Key)).ThenBy(stall => stall.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (stall is null)
        {
            return;
        }

        var id = supply.Businesses[stall.Key];
        await TellAsync(
            id, (known, at) => known.Suspend(
                StallSuspensionReason.Misleading, "Tertulis tanpa pengawet, padahal kemasannya mencantumkan pengawet. Ubah keterangannya.", Suspender.Group, at),
            calendar.Now - Suspended, ct);
        await TellAsync(id, (known, at) => known.Appeal("Kemasan lama sudah habis, yang sekarang memang tanpa pengawet. Mohon dilihat lagi.", at), calendar.Now - Objected, ct);
    }

    private async Task TellAsync(Id<Business> stall, Func<Business, DateTimeOffset, Decision<BusinessEvent>> decide, DateTimeOffset at, CancellationToken ct)
    {
        if (await marketplace.TellAsync(stall, (Business known) => decide(known, at), new Metadata(At: at), ct) is { } refusal)
        {
            throw new InvalidOperationException($"The demo's word on a stall was refused: {refusal.Code}.");
        }
    }
}
