using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Stocks;

namespace Kim.Market.Web.Features.Till;

/// <summary>What a buyer says at the till.</summary>
/// <param name="Seen">The total that stood on the button.</param>
/// <param name="SeenDelivering">How many sellers were going to deliver, as the page said it; null where nobody was told.</param>
/// <param name="Place">The village that it is brought to, where some seller's price depends on it.</param>
/// <param name="Market">The date of a market day at which they fetch what its KIM's sellers bring there.</param>
/// <param name="SeenAwaiting">How many sellers were to say the price of delivery later; null where nobody was told.</param>
public sealed record Purchase(
    Guid Command, Guid Cart, string Name, WhatsAppNumber WhatsApp, Handover Handover, string? Address, string? Note, Rupiah Seen,
    int? SeenDelivering = null, RegionCode? Place = null, int? SeenAwaiting = null, (Guid Day, DateOnly Date)? Market = null);

/// <summary>How a purchase ended: with the key to its orders, or with what must be looked at again.</summary>
public sealed record Outcome(string? Token, Refusal? Refusal)
{
    /// <summary>The cart is not what the buyer saw: a price, a stock or a shop changed.</summary>
    public static readonly Outcome CartMoved = new(null, new("checkout.cart_moved"));

    public static readonly Outcome CartEmpty = new(null, new("checkout.cart_empty"));
}

/// <summary>Places one order per seller, with the stock they take, the buyer's vault entry and the command, in one transaction.</summary>
public sealed class Placing(EventStore store, CartLines carts, MarketOffers markets, Commands commands, OrderTokens tokens, BuyerMarks marks, OrderTerms terms, TimeProvider clock)
{
    private const int Attempts = 3;

    public async Task<Outcome> PlaceAsync(Purchase purchase, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await DoneAsync(purchase.Command, ct) is { } done)
            {
                return done;
            }

            try
            {
                var outcome = await TryPlaceAsync(purchase, asker, at, ct);

                // The same form sent twice at once finds the cart emptied by its twin, whose result is then its own.
                return outcome.Token is null && await DoneAsync(purchase.Command, ct) is { } twin ? twin : outcome;
            }
            catch (ConstraintRefusedException refused) when (refused.Constraint is Constraints.StockNotBelowZero or Constraints.StillSold)
            {
                // Somebody took the last ones, or closed the stall, between our look and our order; unless that was this very command.
                return await DoneAsync(purchase.Command, ct) ?? Outcome.CartMoved;
            }
            catch (ConstraintRefusedException refused) when (
                attempt < Attempts && refused.Constraint is Constraints.CommandOnce or Constraints.OrderNumberOnce or Constraints.StillHeld)
            {
                // The same form sent twice at once: the other one's result is ours. Or a number drawn twice: draw again. Or the date was called
                // off between our look and our order: looking again says so.
            }
        }
    }

    /// <summary>How this command ended when it was carried out before.</summary>
    private async Task<Outcome?> DoneAsync(Guid command, CancellationToken ct) => await commands.ResultAsync(command, ct) is { } checkout
        ? new(await tokens.ForAsync(Id<Checkout>.Parse(checkout, null), ct), null)
        : null;

    private async Task<Outcome> TryPlaceAsync(Purchase purchase, Asker asker, DateTimeOffset? at, CancellationToken ct)
    {
        var lines = await carts.LinesAsync(purchase.Cart, ct);
        if (lines.Count == 0)
        {
            return Outcome.CartEmpty;
        }

        var market = purchase.Market is { } choice ? await markets.FindAsync(Kims(lines), choice.Day, choice.Date, ct) : null;
        if (purchase.Market is not null && market is null)
        {
            return new(null, OrderRefusals.MarketCutOff);
        }

        var quote = market is null ? Quote.Of(lines, purchase.Handover, purchase.Place) : Quote.At(market, lines);
        if (quote.NeedsPlace
            || quote.Total != purchase.Seen
            || quote.Awaiting != (purchase.SeenAwaiting ?? quote.Awaiting)
            || quote.Delivering != (purchase.SeenDelivering ?? quote.Delivering)
            || lines.Any(line => line.Problem != LineProblem.None))
        {
            return Outcome.CartMoved;
        }

        var now = at ?? clock.GetUtcNow();
        var checkout = Id<Checkout>.New();
        var buyer = Id<Buyer>.New();
        var commit = new Commit(asker.By(purchase.Command, at));
        Guid[] products = [.. lines.Select(line => line.ProductId)];
        commit.First(Commands.Once(purchase.Command, checkout.ToString())).First(CartLines.StillSold(products));
        if (market is not null)
        {
            commit.First(MarketOffers.StillHeld(market));
        }

        var stocks = (await store.LoadManyAsync<Stock>(
            [.. lines.Select(line => Stock.Of(new Id<Product>(line.ProductId)).Value)],
            static (state, happened) => Stock.Evolve(state, (StockEvent)happened), StockSnapshots.Kind, ct))
            .ToDictionary(stock => stock.State!.Product);

        var returning = await marks.IsKnownAsync(purchase.WhatsApp, ct);
        foreach (var seller in quote.Sellers)
        {
            var id = Id<Order>.New();
            var placed = Place(id, seller, market, checkout, buyer, TraitsOf(purchase, seller, returning), now);
            if (placed.Refusal is { } refusal)
            {
                return new(null, refusal);
            }

            commit.Append(id.Value, StreamKind<Order>.Name, Expected.New, placed, []);
            if (Reserve(commit, id, seller, stocks, now) is { } missing)
            {
                return new(null, missing);
            }

            commit.Also(OrderTokens.Keep(await tokens.ForAsync(id, ct), checkout, id));
        }

        var token = await tokens.ForAsync(checkout, ct);
        commit.Also(OrderTokens.Keep(token, checkout, order: null));
        foreach (var statement in Vault.Keep(buyer.Value, Personal(purchase)))
        {
            commit.Also(statement);
        }

        commit.Also(await marks.KeepAsync(buyer, purchase.WhatsApp, ct));
        commit.Also(CartLines.Empty(purchase.Cart, products));
        await store.CommitAsync(commit, ct);
        return new(token, null);
    }

    private Decision<OrderEvent> Place(
        Id<Order> id, SellerQuote seller, MarketOffer? market, Id<Checkout> checkout, Id<Buyer> buyer, BuyerTraits traits, DateTimeOffset now) => Order.Place(
        id, OrderNumber.Of(id, now), checkout, buyer, new Id<Business>(seller.Seller.BusinessId),
        new Id<Group>(seller.Seller.GroupId), RegionCode.Parse(seller.Seller.Village),
        [.. seller.Lines.Select(line => new OrderLine(new(line.ProductId), line.Name, line.Unit, line.Quantity, new(line.Price)))],
        seller.Handover, seller.Handover == Handover.Delivery || seller.Market is not null ? seller.Fee : null, now, seller.Rate?.Region, seller.AwaitsQuote,
        terms.AnswerTime, seller.Market is { } at ? market!.For(at.Turn) : null, traits);

    // Whoever fetches is not asked where they live.
    private static BuyerTraits TraitsOf(Purchase purchase, SellerQuote seller, bool returning) => new(
        seller.Handover == Handover.Delivery && purchase.Place is { } place ? BuyerTraits.DistanceOf(RegionCode.Parse(seller.Seller.Village), place) : null, returning);

    private static Guid[] Kims(IEnumerable<CartLine> lines) => [.. lines.Select(line => line.GroupId).Distinct()];

    // Any version: buyers of the same product queue on its row instead of failing each other; the guard has the last word.
    private static Refusal? Reserve(
        Commit commit, Id<Order> order, SellerQuote seller, Dictionary<Id<Product>, Loaded<Stock>> stocks, DateTimeOffset now)
    {
        foreach (var line in seller.Lines)
        {
            var stock = stocks[new(line.ProductId)];
            var reserved = stock.State!.Reserve(order, line.Quantity, now);
            if (reserved.Refusal is { } refusal)
            {
                return refusal;
            }

            var stream = Stock.Of(new Id<Product>(line.ProductId)).Value;
            commit.Append(stream, StreamKind<Stock>.Name, Expected.Any, reserved);
            if (stock.History.Count >= StockSnapshots.Every)
            {
                commit.Snapshot(stream, stock.Version, stock.State, StockSnapshots.Kind);
            }
        }

        return null;
    }

    private static (string Field, string Value)[] Personal(Purchase purchase) =>
    [
        .. new (string Field, string? Value)[]
        {
            ("name", purchase.Name), ("whatsapp", purchase.WhatsApp.International), ("address", purchase.Address), ("note", purchase.Note),
        }
        .Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => (entry.Field, entry.Value!)),
    ];
}
