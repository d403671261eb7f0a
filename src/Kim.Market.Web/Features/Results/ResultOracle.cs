using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Results;

/// <summary>The figures of the result page.</summary>
public sealed record ResultFigures(long ActiveGroups, long ActiveBusinesses, long CompletedOrders, long Value);

/// <summary>Counts the result a second time, straight from the events and in another way than the result book does.</summary>
public sealed class ResultOracle(EventStore store)
{
    private const int PageSize = 5_000;

    private readonly Dictionary<Guid, bool> _groups = [];
    private readonly Dictionary<Guid, GroupPulse> _pulses = [];
    private readonly HashSet<Guid> _outOfSight = [];
    private readonly Dictionary<Guid, bool> _open = [];
    private readonly Dictionary<Guid, Guid> _sellerOf = [];
    private readonly HashSet<Guid> _shown = [];
    private readonly Dictionary<Guid, long> _totals = [];
    private readonly HashSet<Guid> _completed = [];

    /// <param name="upTo">Counts what had been recorded up to this position.</param>
    public async Task<ResultFigures> CountAsync(long upTo, CancellationToken ct)
    {
        var after = 0L;
        while (await store.ReadAllAsync(after, upTo, of: null, PageSize, ct) is { Count: > 0 } page)
        {
            page.ForEach(Take);
            after = page[^1].Sequence;
        }

        var stalls = _shown.Select(product => _sellerOf[product]).ToHashSet();
        return new(
            _groups.LongCount(group => group.Value && !_outOfSight.Contains(group.Key) && _pulses.GetValueOrDefault(group.Key) == GroupPulse.Active),
            stalls.LongCount(business => _open.GetValueOrDefault(business)),
            _completed.Count,
            _completed.Sum(order => _totals[order]));
    }

    private void Take(Recorded recorded)
    {
        var stream = recorded.Stream;
        switch (recorded.Data)
        {
            case GroupActivated or GroupReactivated: _groups[stream] = true; break;
            case GroupDeclaredDormant: _groups[stream] = false; break;
            case GroupPulseChanged e: _pulses[stream] = e.Pulse; break;
            case GroupSuspended or GroupDissolved: _outOfSight.Add(stream); break;
            case GroupSuspensionLifted: _outOfSight.Remove(stream); break;
            case BusinessApproved or BusinessReopened: _open[stream] = true; break;
            case BusinessClosed or BusinessSuspended: _open[stream] = false; break;
            case BusinessSuspensionLifted e: _open[stream] = e.Opens; break;
            case ProductDrafted e: _sellerOf[stream] = e.Seller.Value; break;
            case ProductPublished: _shown.Add(stream); break;
            case ProductWithdrawn: _shown.Remove(stream); break;

            // The lines, not the goods that the order states: so a wrong sum would be found. What delivery costs is no result.
            case OrderPlaced e: _totals[stream] = e.Lines.Sum(line => line.Quantity * line.Price.Amount); break;
            case OrderCompleted or OrderCountedAgain: _completed.Add(stream); break;
            case OrderStruck: _completed.Remove(stream); break;
        }
    }
}
