using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Npgsql;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>One seller's part of what a buyer fetches, as the KIM sees it.</summary>
public sealed record MarketOrder(
    Guid OrderId, string Number, Guid CheckoutId, Guid BuyerId, string Business, string Lines, long Fee, long Total, short Status, bool Paid, long? AskedShare, bool AtPoint)
{
    public OrderStatus State => (OrderStatus)Status;

    public OrderedLine[] Ordered => JsonSerializer.Deserialize(Lines, OrderJson.Default.OrderedLineArray)!;

    /// <summary>It came to nothing: nobody brings it.</summary>
    public bool IsGone => State.CameToNothing;

    public bool IsShareAsked => AskedShare is not null && State is OrderStatus.Placed or OrderStatus.Accepted or OrderStatus.Ready;

    /// <summary>It can be handed over now.</summary>
    public bool MayGo => State is OrderStatus.Accepted or OrderStatus.Ready && !IsShareAsked;

    public bool IsHandedOver => AtPoint || State == OrderStatus.Completed;

    /// <summary>What the buyer pays for it at the table, for its seller.</summary>
    public Rupiah Cash => Paid ? Rupiah.Zero : new(Total);
}

/// <summary>A buyer with everything that they fetch on one date.</summary>
/// <param name="Name">Null once the person was erased.</param>
public sealed record MarketBuyer(Guid Checkout, string? Name, IReadOnlyList<MarketOrder> Orders)
{
    public IEnumerable<MarketOrder> Coming => Orders.Where(order => !order.IsGone);

    public bool IsServed => Coming.Any() && Coming.All(order => order.IsHandedOver);

    public bool MayGo => Orders.Any(order => order.MayGo);

    /// <summary>What is still to be paid for what can be handed over.</summary>
    public Rupiah Cash => Orders.Where(order => order.MayGo).Aggregate(Rupiah.Zero, (sum, order) => sum + order.Cash);
}

/// <summary>Reads what is fetched on one date, for those who keep the market day; every statement draws that line itself.</summary>
public sealed class MarketTable(NpgsqlDataSource db, Vault vault)
{
    public const int PageSize = 25;

    /// <summary>A paper has no next page to turn to; no table serves more in one morning.</summary>
    public const int OnPaper = 200;

    /// <param name="after">The last buyer of the page before.</param>
    public async Task<Slice<MarketBuyer>> BuyersAsync(Asker asker, Guid day, DateOnly date, Guid after, int most, CancellationToken ct) => Slice<MarketBuyer>.Of(
        await NamedAsync(await db.RowsAsync<MarketOrder>(
            $"""
            select {Columns}
            from (
                select distinct o.checkout_id
                from orders o
                join market_days d on d.market_day_id = o.market_day
                where o.market_day = {day} and o.market_date = {date} and o.checkout_id > {after} and {MarketBook.Keeps(asker)}
                order by o.checkout_id
                limit {most + 1}) page
            join orders o on o.checkout_id = page.checkout_id and o.market_day = {day} and o.market_date = {date}
            join businesses b on b.business_id = o.business_id
            order by o.checkout_id, b.name, o.order_id
            """, ct), ct), most);

    /// <summary>The buyer of one order, with all that they fetch with it; null where there is none that the asker may see.</summary>
    public async Task<MarketBuyer?> BuyerAsync(Asker asker, Guid day, DateOnly date, Guid? order, string? number, CancellationToken ct) => (await NamedAsync(
        await db.RowsAsync<MarketOrder>(
            $"""
            select {Columns}
            from orders known
            join market_days d on d.market_day_id = known.market_day
            join orders o on o.checkout_id = known.checkout_id and o.market_day = known.market_day and o.market_date = known.market_date
            join businesses b on b.business_id = o.business_id
            where known.market_day = {day} and known.market_date = {date} and (known.order_id = {order} or known.number = {number}) and {MarketBook.Keeps(asker)}
            order by b.name, o.order_id
            limit {Limits.CartLines}
            """, ct), ct)).FirstOrDefault();

    // The name and nothing else leaves the vault: neither number nor address nor note is the KIM's business.
    private async Task<List<MarketBuyer>> NamedAsync(List<MarketOrder> orders, CancellationToken ct)
    {
        var people = await vault.OpenAsync([.. orders.Select(order => order.BuyerId).Distinct()], ct);
        return [.. orders.GroupBy(order => order.CheckoutId).Select(buyer => new MarketBuyer(buyer.Key, Contact.Of(people[buyer.First().BuyerId]).Name, [.. buyer]))];
    }

    private static SqlPart Columns => SqlPart.Of(
        $"o.order_id, o.number, o.checkout_id, o.buyer_id, b.name as business, o.lines::text, o.fee, o.total, o.status, o.paid, o.asked_share, o.at_point");
}
