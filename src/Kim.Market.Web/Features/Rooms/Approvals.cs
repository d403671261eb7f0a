using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>A KIM approves a business. The first one opens the KIM too, in the same transaction. Whose business it is, the caller has checked.</summary>
public sealed class Approvals(EventStore store, Marketplace market, TimeProvider clock)
{
    private const int Attempts = 4;

    public async Task<Refusal?> ApproveAsync(Id<Business> business, Asker asker, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryApproveAsync(business, asker, ct);
            }
            catch (StreamMovedException) when (attempt < Attempts)
            {
                // another business of the same KIM was approved at the same moment: the KIM is open by now
            }
        }
    }

    private async Task<Refusal?> TryApproveAsync(Id<Business> id, Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var business = await market.LoadAsync<Business, BusinessEvent>(id, ct);
        var curator = business.State!.Curator;
        var group = await market.LoadAsync<Group, GroupEvent>(curator, ct);
        var approved = business.State.Approve(now);
        var opened = group.State!.Open(now);
        if ((approved.Refusal ?? opened.Refusal) is { } refusal)
        {
            return refusal;
        }

        if (approved.Count > 0 || opened.Count > 0)
        {
            await store.CommitAsync(
                new Commit(asker.By())
                    .Append(id.Value, StreamKind<Business>.Name, business.Version, approved, business.History)
                    .Append(curator.Value, StreamKind<Group>.Name, group.Version, opened, group.History), ct);
        }

        return null;
    }
}
