using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Features.Payments;

/// <summary>Puts up the payment code of a business and takes it down. That the asker owns it, the caller has checked.</summary>
public sealed class QrisDesk(Marketplace marketplace, TimeProvider clock)
{
    public Task<Refusal?> KeepAsync(Guid business, Qris qris, Asker asker, CancellationToken ct)
    {
        var owner = asker.Member ?? throw new InvalidOperationException("A visitor owns nothing.");
        var code = QrisCodes.IdOf(business, owner, qris);
        return marketplace.TellAsync(
            new Id<Business>(business), (Business known) => known.KeepQris(qris, code, clock.GetUtcNow()), asker.By(), ct,
            () => QrisCodes.Keep(business, code, owner, qris));
    }

    public Task<Refusal?> DropAsync(Guid business, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        new Id<Business>(business), (Business known) => known.DropQris(clock.GetUtcNow()), asker.By(), ct, () => QrisCodes.Forget(business));
}
