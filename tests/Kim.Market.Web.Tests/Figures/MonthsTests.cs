using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Kim.Market.Web.Tests.Figures;

public class MonthsTests(MarketApp app)
{
    [Fact]
    public async Task An_order_of_the_first_morning_of_a_month_belongs_to_that_month()
    {
        var bazaar = new Bazaar(app);
        var booth = await bazaar.Booth("64.02.15.1004");
        var (id, halfPastMidnight) = (Id<Order>.New(), new DateTimeOffset(2019, 2, 1, 0, 30, 0, TimeSpan.FromHours(8)));

        await app.Marketplace.BeginAsync(
            id, Order.Place(
                id, OrderNumber.Of(id, halfPastMidnight), Id<Checkout>.New(), Id<Buyer>.New(), booth.Business, booth.Kim, Cast.Village,
                [new OrderLine(Id<Product>.New(), "Amplang Pagi", "bungkus", 1, new(10_000))], Handover.Pickup, null, halfPastMidnight),
            new Metadata(), TestContext.Current.CancellationToken);
        await app.Marketplace.TellAsync(id, (Order order) => order.Expire(halfPastMidnight.AddDays(1)), new Metadata(), TestContext.Current.CancellationToken);
        await bazaar.Settle();

        Assert.Equal([new DateOnly(2019, 2, 1)], await app.Services.GetRequiredService<NpgsqlDataSource>().QueryAsync(
            $"select distinct date_trunc('month', at at time zone 'Asia/Makassar')::date from ledger_entries where at < {new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)}",
            row => row.GetFieldValue<DateOnly>(0), TestContext.Current.CancellationToken));
    }
}
