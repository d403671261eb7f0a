using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Features.Payments;

/// <summary>Names the bank account of a business and takes it back. That the asker owns it, the caller has checked.</summary>
public sealed class AccountDesk(Marketplace marketplace, BankAccounts accounts, TimeProvider clock)
{
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<Refusal?> KeepAsync(Guid business, BankAccount account, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var owner = asker.Member ?? throw new InvalidOperationException("A visitor owns nothing.");
        var id = await accounts.IdOfAsync(business, owner, account, ct);
        return await marketplace.TellAsync(
            new Id<Business>(business), (Business known) => known.KeepAccount(id, at ?? clock.GetUtcNow()), asker.By(at: at), ct,
            () => BankAccounts.Keep(business, id, owner, account));
    }

    public Task<Refusal?> DropAsync(Guid business, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        new Id<Business>(business), (Business known) => known.DropAccount(clock.GetUtcNow()), asker.By(), ct, () => BankAccounts.Forget(business));

    /// <summary>Whether orders that are accepted from now on get a unique code.</summary>
    public Task<Refusal?> SwitchCodesAsync(Guid business, bool isOn, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        new Id<Business>(business), (Business known) => isOn ? known.OfferCodes(clock.GetUtcNow()) : known.EndCodes(clock.GetUtcNow()), asker.By(), ct);
}
