using System.Globalization;
using System.Threading.RateLimiting;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;

namespace Kim.Market.Web.Features.Cards;

/// <summary>Brings orders and what Stripe says of them together. Whose order it is, the caller has checked.</summary>
public sealed class CardDesk(
    ICardPayments provider, CardAccounts accounts, OrderDesk desk, Marketplace marketplace, OrderTokens tokens, CardSettings settings, TimeProvider clock) : IDisposable
{
    private const int AskedPerMinute = 20;

    // Whoever holds the key to an order asks Stripe in the seller's name: often enough for a person, and no oftener.
    private readonly PartitionedRateLimiter<Id<Order>> _patience = PartitionedRateLimiter.Create<Id<Order>, Guid>(
        id => RateLimitPartition.GetFixedWindowLimiter(id.Value, _ => new() { PermitLimit = AskedPerMinute, Window = TimeSpan.FromMinutes(1) }));

    /// <summary>Where the buyer pays, or why not; neither where the order turns out to be paid.</summary>
    /// <param name="site">This site's address, to which the buyer comes back.</param>
    public async Task<(Uri? Page, Refusal? Refusal)> OpenAsync(Id<Order> id, string site, Metadata by, CancellationToken ct)
    {
        if (IsTooOften(id))
        {
            return (null, CardRefusals.TooOften);
        }

        try
        {
            var order = await LoadAsync(id, ct);
            if (await KeysOfAsync(order, ct) is not { } keys)
            {
                return (null, CardRefusals.NoAccount);
            }

            if (order.OpenedCard(clock.GetUtcNow()) is { } opened)
            {
                var known = await provider.FindAsync(keys, opened.Session, ct);
                if (known is { IsOpen: true, Page: { } page })
                {
                    return Lead(page);
                }

                await SettleAsync(id, known, by, ct);
                order = await LoadAsync(id, ct);
                if (order.IsPaidByCard)
                {
                    return (null, null);
                }
            }

            return await BeginAsync(order, keys, site, by, ct);
        }
        catch (CardProviderException refused)
        {
            return (null, Explain(refused));
        }
    }

    /// <summary>Asks Stripe how far the buyer's last attempts are, and writes down what it says.</summary>
    public async Task<Refusal?> LookAsync(Id<Order> id, Metadata by, CancellationToken ct)
    {
        if (IsTooOften(id))
        {
            return CardRefusals.TooOften;
        }

        try
        {
            var order = await LoadAsync(id, ct);
            if (!order.Cards.Any(card => card.State == CardState.Open))
            {
                return null;
            }

            if (await KeysOfAsync(order, ct) is not { } keys)
            {
                return CardRefusals.NoAccount;
            }

            foreach (var card in order.Cards.Where(card => card.State == CardState.Open))
            {
                await SettleAsync(id, await provider.FindAsync(keys, card.Session, ct), by, ct);
            }

            return null;
        }
        catch (CardProviderException refused)
        {
            return Explain(refused);
        }
    }

    /// <summary>What Stripe says of a payment, however it came to be known.</summary>
    public Task<Refusal?> SettleAsync(Id<Order> id, CardSession session, Metadata by, CancellationToken ct) =>
        session.IsPaid ? desk.TellAsync(id, version: null, (order, now) => order.ConfirmCard(session.Id, session.Payment!, session.Amount, now), by, ct)
        : session.IsExpired ? desk.TellAsync(id, version: null, (order, now) => order.FailCard(session.Id, now), by, ct)
        : Task.FromResult<Refusal?>(null);

    /// <summary>Sends back what an order cannot keep. A human pressed the button.</summary>
    public async Task<Refusal?> RefundAsync(Id<Order> id, string session, Metadata by, CancellationToken ct)
    {
        try
        {
            var order = await LoadAsync(id, ct);
            var asked = order.RefundCard(session, null, clock.GetUtcNow());
            if (asked.Count == 0)
            {
                return asked.Refusal;
            }

            if (await KeysOfAsync(order, ct) is not { } keys)
            {
                return CardRefusals.NoAccount;
            }

            var payment = order.Cards.First(card => card.Session == session).Payment!;
            var refund = await provider.RefundAsync(keys, payment, $"kim-kembali-{session}", ct);
            return await desk.TellAsync(id, version: null, (known, now) => known.RefundCard(session, refund, now), by, ct);
        }
        catch (CardProviderException refused)
        {
            return Explain(refused);
        }
    }

    public void Dispose() => _patience.Dispose();

    internal static Refusal Explain(CardProviderException refused) => refused.Trouble switch
    {
        CardTrouble.Key => CardRefusals.KeyRefused,
        CardTrouble.Unreachable => CardRefusals.Unreachable,
        _ => CardRefusals.Refused,
    };

    private async Task<(Uri?, Refusal?)> BeginAsync(Order order, CardKeys keys, string site, Metadata by, CancellationToken ct)
    {
        var expiresAt = Expiry(clock.GetUtcNow());
        if (order.OpenCard("", expiresAt, clock.GetUtcNow()).Refusal is { } refusal)
        {
            return (null, refusal);
        }

        // Two presses at once ask for the same page: the same attempt until it runs out.
        var number = await NumberAsync(order.Id, ct);
        var attempt = string.Create(CultureInfo.InvariantCulture, $"kim-{order.Id.Value:N}-{order.Cards.Count(card => card.State != CardState.Open)}-{expiresAt.ToUnixTimeSeconds()}");

        // The seller can read this address in their account: it holds the key they have in their chat, not the buyer's own.
        var back = new Uri($"{site}/pesanan/{await tokens.ForAsync(order.Id, ct)}?kartu=kembali");
        var session = await provider.OpenAsync(keys, new(order.Id.Value, number, CardAmount.Of(order.Total), expiresAt, attempt, back), ct);
        var refused = await desk.TellAsync(order.Id, version: null, (known, now) => known.OpenCard(session.Id, expiresAt, now), by, ct);
        return refused is not null ? (null, refused) : session.Page is { } page ? Lead(page) : (null, CardRefusals.Refused);
    }

    // The same for everybody who presses within an hour, so that the attempt is the same too; between one and two hours from now.
    private static DateTimeOffset Expiry(DateTimeOffset now) => new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset).AddHours(2);

    private bool IsTooOften(Id<Order> id)
    {
        using var lease = _patience.AttemptAcquire(id);
        return !lease.IsAcquired;
    }

    private (Uri?, Refusal?) Lead(Uri page) => page.GetLeftPart(UriPartial.Authority) == settings.Checkout ? (page, null) : (null, CardRefusals.Refused);

    private Task<CardKeys?> KeysOfAsync(Order order, CancellationToken ct) =>
        settings.IsOn ? accounts.KeysAsync(order.Seller.Value, ct) : Task.FromResult<CardKeys?>(null);

    private async Task<Order> LoadAsync(Id<Order> id, CancellationToken ct) =>
        (await marketplace.LoadAsync<Order, OrderEvent>(id, ct)).State ?? throw new InvalidOperationException("There is no such order.");

    private async Task<string> NumberAsync(Id<Order> id, CancellationToken ct) =>
        ((OrderPlaced)(await marketplace.LoadAsync<Order, OrderEvent>(id, ct)).History[0].Data).Number;
}
