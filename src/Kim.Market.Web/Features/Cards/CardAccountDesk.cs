using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Payments;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Names a business's account with Stripe and takes it back. That the asker owns it, the caller has checked.</summary>
public sealed class CardAccountDesk(Marketplace marketplace, CardAccounts accounts, ICardPayments provider, CardSettings settings, TimeProvider clock)
{
    /// <summary>Tries the keys first: a wrong one shall be found by whoever types it, not by a buyer.</summary>
    public async Task<Refusal?> KeepAsync(Guid business, CardKeys keys, Asker asker, CancellationToken ct)
    {
        if (keys.IsTest && !settings.TakesTestKeys)
        {
            return CardRefusals.TestKey;
        }

        try
        {
            await provider.ProbeAsync(keys, ct);
        }
        catch (CardProviderException refused)
        {
            return CardDesk.Explain(refused);
        }

        var owner = asker.Member ?? throw new InvalidOperationException("A visitor owns nothing.");
        var id = await accounts.IdOfAsync(business, owner, keys, ct);
        return await marketplace.TellAsync(
            new Id<Business>(business), (Business known) => known.KeepCard(id, clock.GetUtcNow()), asker.By(), ct,
            () => CardAccounts.Keep(business, id, owner, keys));
    }

    public Task<Refusal?> DropAsync(Guid business, Asker asker, CancellationToken ct) => marketplace.TellAsync(
        new Id<Business>(business), (Business known) => known.DropCard(clock.GetUtcNow()), asker.By(), ct, () => CardAccounts.Forget(business));
}
