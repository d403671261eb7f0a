using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>Takes down what a business sold elsewhere. Whose it is to say, the caller has checked.</summary>
public sealed class OutsideSaleDesk(Marketplace marketplace, TimeProvider clock)
{
    /// <summary>Months are counted by the clock of central Indonesia, as everywhere in the figures.</summary>
    public DateTimeOffset Now => clock.GetUtcNow().ToOffset(Zone.Wita.Offset);

    /// <summary>The total and its paper, or neither. The same sent twice is one.</summary>
    /// <param name="at">When it was, when that is not now: a seed's simulated clock.</param>
    public Task<Refusal?> StateAsync(
        Id<Business> business, DateOnly month, OutsideWay way, Rupiah total, Paper evidence, string reason, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var (id, paper, now) = (OutsideSale.Of(business, month, way), Guid.CreateVersion7(), at?.ToOffset(Zone.Wita.Offset) ?? Now);
        return marketplace.TellAsync<OutsideSale, OutsideSaleEvent>(
            id, known => OutsideSale.State(known, business, month, way, total, paper, reason, now), asker.By(at: at), ct,
            () => Papers.Papers.Keep(paper, id.Value, evidence));
    }

    public Task<Refusal?> WithdrawAsync(Guid id, string reason, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(new Id<OutsideSale>(id), (OutsideSale known) => known.Withdraw(reason, Now), asker.By(), ct);

    public Task<Refusal?> RefuseAsync(Guid id, Id<Office> office, string reason, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(new Id<OutsideSale>(id), (OutsideSale known) => known.Refuse(office, reason, Now), asker.By(), ct);
}
