using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Domain.Tests.Harvests;

/// <summary>What the order of somebody in the line gives back goes to the next, as long as there is one.</summary>
public partial class HarvestTests
{
    [Fact]
    public void What_an_order_gives_back_is_offered_to_the_next_in_line_once()
    {
        var (harvest, order, later) = (Opened(40), Id<Order>.New(), December.AddHours(3));
        harvest = After(harvest, harvest.Confirm(harvest.Places[0].Id, order, December));

        var back = harvest.GiveBack(harvest.Places[0].Id, order, later);

        back.Then(new HarvestGivenBack(harvest.Places[0].Id, later), new HarvestOffered(harvest.Places[30].Id, 10, later.AddHours(48), later));
        Assert.Equal((0, 300, 0), (After(harvest, back).Confirmed, After(harvest, back).Offered, After(harvest, back).Rest));
        After(harvest, back).GiveBack(harvest.Places[0].Id, order, later).Then();
        harvest.GiveBack(harvest.Places[0].Id, Id<Order>.New(), later).Then();
        harvest.GiveBack(harvest.Places[1].Id, order, later).Then();
    }

    [Fact]
    public void What_an_order_gives_back_when_nobody_waits_any_more_is_for_the_shelf()
    {
        var order = Id<Order>.New();
        var few = Opened(3);
        few = After(few, few.Confirm(few.Places[0].Id, order, December));
        few.GiveBack(few.Places[0].Id, order, December).Then();

        var closed = Opened(40);
        closed = After(closed, closed.Confirm(closed.Places[0].Id, order, December));
        closed = After(closed, closed.Close(December));
        closed.GiveBack(closed.Places[0].Id, order, December).Then();
    }
}
