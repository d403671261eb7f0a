using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Payments;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Features.Till;
using Npgsql;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>What somebody says who joins a line.</summary>
public sealed record Joining(Guid Command, Id<Harvest> Harvest, string Name, WhatsAppNumber WhatsApp, int Quantity);

/// <summary>What somebody says who takes what they are offered.</summary>
/// <param name="Seen">The total that stood on the button.</param>
public sealed record Taking(Id<Harvest> Harvest, Id<QueuePlace> Place, Handover Handover, RegionCode? Where, string? Address, string? Note, Rupiah Seen);

/// <summary>Lets buyers into the line, out of it, and turns what they are offered into an order.</summary>
public sealed class QueueDesk(
    NpgsqlDataSource db, HarvestDesk desk, Vault vault, Commands commands, OrderTokens tokens, BuyerMarks marks, HarvestBook book, OrderTerms terms, UniqueCodes codes)
{
    /// <summary>What the order would be is no longer what the buyer saw.</summary>
    public static readonly Refusal Moved = new("checkout.cart_moved");

    /// <summary>The key to a place, which is the key to its order as well.</summary>
    public ValueTask<string> KeyAsync(Id<QueuePlace> place, CancellationToken ct) => tokens.ForAsync(new Id<Checkout>(place.Value), ct);

    public Task<Harvest> StateAsync(Id<Harvest> harvest, CancellationToken ct) => book.StateAsync(harvest.Value, ct);

    /// <summary>The same form sent twice is one place in line.</summary>
    public async Task<(string? Key, Refusal? Refusal)> JoinAsync(Joining joining, Metadata by, CancellationToken ct, DateTimeOffset? at = null)
    {
        if (await KnownAsync(joining.Command, ct) is { } known)
        {
            return (known, null);
        }

        var (place, buyer) = (Id<QueuePlace>.New(), Id<Buyer>.New());
        var key = await KeyAsync(place, ct);
        try
        {
            var refusal = await desk.TellAsync(
                joining.Harvest, (harvest, now) => harvest.Queue(place, buyer, joining.Quantity, now), by, ct,
                async (commit, _, _) =>
                {
                    commit.First(Commands.Once(joining.Command, place.ToString()));
                    commit.Also(
                        $"""
                        insert into app.queue_places (place_id, harvest_id, buyer_id, hash)
                        values ({place.Value}, {joining.Harvest.Value}, {buyer.Value}, {OrderTokens.HashOf(key)!})
                        """);
                    foreach (var statement in Vault.Keep(buyer.Value, ("name", joining.Name), ("whatsapp", joining.WhatsApp.International)))
                    {
                        commit.Also(statement);
                    }

                    commit.Also(await marks.KeepAsync(buyer, joining.WhatsApp, ct));
                    commit.Also(
                        $"""
                        insert into vault.queue_marks (harvest_id, mark, place_id)
                        select {joining.Harvest.Value}, mark, {place.Value} from vault.buyer_marks where buyer = {buyer.Value}
                        """);
                    return null;
                }, at);
            return refusal is null ? (key, null) : (null, refusal);
        }
        catch (ConstraintRefusedException refused) when (refused.Constraint is Constraints.CommandOnce or Constraints.NumberOnceInLine)
        {
            // Its twin was faster, or the number stands in this line already.
            return await KnownAsync(joining.Command, ct) is { } twin ? (twin, null) : (null, HarvestRefusals.NumberQueues);
        }
    }

    /// <summary>Whoever leaves is forgotten at once: nothing was bought, so nothing has to be kept.</summary>
    /// <param name="elsewhere">True for whoever wants to be forgotten wherever the same browser or mailbox waits for something.</param>
    public Task<Refusal?> LeaveAsync(Id<Harvest> harvest, Id<QueuePlace> place, Metadata by, CancellationToken ct, bool elsewhere = false) => desk.TellAsync(
        harvest, (known, now) => known.Leave(place, now), by, ct,
        (commit, known, _) =>
        {
            var buyer = known.PlaceOf(place)!.Buyer.Value;
            foreach (var statement in elsewhere ? [.. RestockWaits.Forget(buyer), .. Forget(buyer)] : Forget(buyer))
            {
                commit.Also(statement);
            }

            return Task.FromResult<Refusal?>(null);
        });

    /// <summary>The place becomes an order, with the goods set aside, in one transaction. The seller said yes by offering.</summary>
    public Task<Refusal?> TakeAsync(Taking taking, Metadata by, CancellationToken ct, DateTimeOffset? at = null)
    {
        var (order, lost) = (Id<Order>.New(), 0);
        return desk.TellAsync(
            taking.Harvest, (harvest, now) => harvest.Confirm(taking.Place, order, now), by, ct,
            (commit, harvest, now) => OrderAsync(commit, harvest, harvest.PlaceOf(taking.Place)!, order, taking, lost++, now, ct), at);
    }

    /// <summary>Statements that destroy what is known of somebody in a line.</summary>
    public static IEnumerable<Sql> Forget(Guid buyer) =>
        [.. Vault.Forget(SqlPart.Of($"select {buyer}::uuid")), .. Subscriptions.Forget(buyer), BuyerMarks.Forget(buyer), ForgetMark(buyer)];

    /// <summary>The number may join that line again.</summary>
    public static Sql ForgetMark(Guid buyer) =>
        $"delete from vault.queue_marks where place_id in (select place_id from app.queue_places where buyer_id = {buyer})";

    /// <summary>What it would come to, as the till prices it.</summary>
    public static Quote Price(CartLine line, Handover handover, RegionCode? where) => Quote.Of([line], handover, where);

    private async Task<Refusal?> OrderAsync(
        Commit commit, Harvest harvest, QueuePlace place, Id<Order> order, Taking taking, int lost, DateTimeOffset now, CancellationToken ct)
    {
        var line = await book.LineAsync(harvest, place, ct);
        if (line is null || line.Problem != LineProblem.None)
        {
            return HarvestRefusals.NotOnStall;
        }

        var quote = Price(line, taking.Handover, taking.Where);
        if (quote.NeedsPlace || quote.Total != taking.Seen || quote.Sellers[0].Handover != taking.Handover)
        {
            return Moved;
        }

        var placed = Place(order, quote.Sellers[0], place, now);
        if (placed.Refusal is { } refusal)
        {
            return refusal;
        }

        var accepted = placed.Aggregate((Order?)null, Order.Evolve)!.Accept(now);
        var code = await codes.ForAsync(placed.Concat(accepted).Aggregate((Order?)null, Order.Evolve)!, accepted, lost, now, ct);
        commit.Append(order.Value, StreamKind<Order>.Name, Expected.New, [.. placed, .. accepted, .. code], []);
        var shelf = await desk.ShelfAsync(
            commit, harvest.Product,
            stock => stock.Receive(place.Offered, now) is { Refusal: null } came
                ? [.. came, .. came.Aggregate(stock, Stock.Evolve).Reserve(order, place.Offered, now)]
                : stock.Receive(place.Offered, now), ct);
        if (shelf is not null)
        {
            return shelf;
        }

        commit.Also(OrderTokens.Keep(await tokens.ForAsync(order, ct), place.Checkout, order));
        commit.Also(OrderTokens.Keep(await KeyAsync(place.Id, ct), place.Checkout, order: null));
        foreach (var statement in Vault.Keep(place.Buyer.Value, await PersonalAsync(place, taking, ct)))
        {
            commit.Also(statement);
        }

        return null;
    }

    private Decision<OrderEvent> Place(Id<Order> id, SellerQuote seller, QueuePlace place, DateTimeOffset now) => Order.Place(
        id, OrderNumber.Of(id, now), place.Checkout, place.Buyer, new Id<Business>(seller.Seller.BusinessId),
        new Id<Group>(seller.Seller.GroupId), RegionCode.Parse(seller.Seller.Village),
        [.. seller.Lines.Select(line => new OrderLine(new(line.ProductId), line.Name, line.Unit, line.Quantity, new(line.Price)))],
        seller.Handover, seller.Handover == Handover.Delivery ? seller.Fee : null, now, seller.Rate?.Region, seller.AwaitsQuote, terms.AnswerTime);

    private async Task<(string Field, string Value)[]> PersonalAsync(QueuePlace place, Taking taking, CancellationToken ct)
    {
        var known = (await vault.OpenAsync([place.Buyer.Value], ct))[place.Buyer.Value].Where(entry => entry.Field is "name" or "whatsapp");
        var said = new (string Field, string? Value)[] { ("address", taking.Address), ("note", taking.Note) }
            .Where(entry => !string.IsNullOrWhiteSpace(entry.Value)).Select(entry => (entry.Field, entry.Value!));
        return [.. known, .. said];
    }

    private async Task<string?> KnownAsync(Guid command, CancellationToken ct) =>
        await commands.ResultAsync(command, ct) is { } done && Guid.TryParse(done, out var place)
        && await db.RowsAsync<Guid>($"select place_id from app.queue_places where place_id = {place}", ct) is [var known]
            ? await KeyAsync(new(known), ct)
            : null;
}
