using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Orders;

public class StrikeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Id<Office> Office = Id<Office>.New();
    private static readonly OrderPlaced Placed = (OrderPlaced)Domain.Orders.Order.Place(
        Id<Order>.New(), "PK-2603-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
        [new OrderLine(Id<Product>.New(), "Amplang Ikan Nila 250 g", "bungkus", 2, new(25_000))], Handover.Pickup, null, Noon,
        traits: new(BuyerDistance.Regency, Returning: true))[0];

    private static Order Complete => Order(new OrderAccepted(Noon), new OrderReadied(Noon), new OrderHandedOver(Noon), new OrderCompleted(new(50_000), Noon));

    [Fact]
    public void Only_what_counts_can_be_taken_out()
    {
        Assert.Equal("order.nothing_counted", Order().Strike(Office, StrikeReason.Trial, "Percobaan.", Noon).Refusal!.Code);
        Assert.Equal([new OrderStruck(Office, StrikeReason.Trial, "Percobaan.", Noon)], Complete.Strike(Office, StrikeReason.Trial, " Percobaan. ", Noon));
    }

    [Fact]
    public void Twice_is_once_and_back_is_only_for_what_is_out()
    {
        var struck = Domain.Orders.Order.Evolve(Complete, new OrderStruck(Office, StrikeReason.Trial, "Percobaan.", Noon));

        Assert.Empty(struck.Strike(Office, StrikeReason.Trial, "Percobaan.", Noon));
        Assert.Equal([new OrderCountedAgain(Office, "Ternyata sungguhan.", Noon)], struck.CountAgain(Office, "Ternyata sungguhan.", Noon));
        Assert.Empty(Complete.CountAgain(Office, "Ternyata sungguhan.", Noon));
        Assert.False(Domain.Orders.Order.Evolve(struck, new OrderCountedAgain(Office, "Ternyata sungguhan.", Noon)).IsStruck);
        Assert.Equal(OrderStatus.Completed, struck.Status);
    }

    [Theory]
    [InlineData("", "order.strike_note")]
    [InlineData("   ", "order.strike_note")]
    [InlineData("Telepon 0812 3456 7890", "order.strike_note_holds_number")]
    public void The_reason_is_said_and_names_nobody(string note, string refusal) =>
        Assert.Equal(refusal, Complete.Strike(Office, StrikeReason.NotReal, note, Noon).Refusal!.Code);

    [Theory]
    [InlineData("64.02.15.1004", BuyerDistance.Village)]
    [InlineData("64.02.15.1002", BuyerDistance.District)]
    [InlineData("64.02.06.1006", BuyerDistance.Regency)]
    [InlineData("64.08.04.2001", BuyerDistance.Province)]
    [InlineData("61.04.01.2001", BuyerDistance.Beyond)]
    [InlineData("64.02.15", BuyerDistance.District)]
    [InlineData("64.02", BuyerDistance.Regency)]
    public void How_far_goods_go_is_told_without_saying_where_to(string place, BuyerDistance distance)
    {
        Assert.Equal(distance, BuyerTraits.DistanceOf(RegionCode.Parse("64.02.15.1004"), RegionCode.Parse(place)));
        Assert.Equal((BuyerDistance.Regency, true), (Placed.From, Placed.Returning));
    }

    private static Order Order(params OrderEvent[] then) => then.Aggregate(Domain.Orders.Order.Evolve(null, Placed), Domain.Orders.Order.Evolve);
}
