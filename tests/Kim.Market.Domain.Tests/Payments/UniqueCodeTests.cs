using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Payments;

public class UniqueCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly HashSet<Rupiah> None = [];

    private static readonly OrderPlaced Placed = (OrderPlaced)Order.Place(
        Id<Order>.New(), "PK-2603-AAAAAA", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
        [new(Id<Product>.New(), "Amplang", "bungkus", 2, new(25_000))], Handover.Pickup, null, Now)[0];

    private static readonly OrderAccepted Accepted = new(Now);
    private static readonly UniqueCodeGiven Coded = new(Account, new(347), new(50_347), Today, Now);
    private static readonly PaymentReceivedStated Transferred = new(new(50_347), Now);

    [Theory]
    [InlineData(1_000, 99)]
    [InlineData(99_999, 99)]
    [InlineData(100_000, 999)]
    [InlineData(25_000_000, 999)]
    public void A_small_basket_grows_by_two_digits_at_most(long total, long most)
    {
        Assert.Equal(new Rupiah(most), UniqueCode.MostFor(new(total)));

        var codes = Enumerable.Range(0, (int)most).Select(draw => UniqueCode.Pick(new(total), None, None, draw)!.Value).ToList();
        Assert.Equal(Enumerable.Range(1, (int)most).Select(code => new Rupiah(code)), codes);
        Assert.Equal(codes[0], UniqueCode.Pick(new(total), None, None, (int)most));
    }

    [Fact]
    public void What_is_spoken_for_is_taken_last_and_what_is_open_never()
    {
        var total = new Rupiah(50_000);
        HashSet<Rupiah> Amounts(IEnumerable<int> codes) => [.. codes.Select(code => total + new Rupiah(code))];

        Assert.Equal(new Rupiah(7), UniqueCode.Pick(total, Amounts(Enumerable.Range(1, 99).Except([7])), Amounts([1, 2, 3]), 500));
        Assert.Equal(new Rupiah(4), UniqueCode.Pick(total, Amounts(Enumerable.Range(1, 99)), Amounts([1, 2, 3]), 0));
        Assert.Null(UniqueCode.Pick(total, Amounts(Enumerable.Range(1, 99)), Amounts(Enumerable.Range(1, 99)), 0));
    }

    [Fact]
    public void An_amount_of_another_total_counts_as_well() =>
        Assert.Equal(new Rupiah(1), UniqueCode.Pick(new(50_040), new HashSet<Rupiah> { new(50_042) }, new HashSet<Rupiah> { new(50_042) }, 97 + 1));

    [Fact]
    public void Only_what_both_agreed_to_and_nobody_paid_gets_one_and_once()
    {
        After().GiveCode(Account, new(347), Today, Now).Then();
        After(Accepted).GiveCode(Account, new(347), Today, Now).Then(Coded);
        After(Accepted, Coded).GiveCode(Account, new(12), Today, Now).Then();
        After(Accepted, new PaymentReceivedStated(new(50_000), Now)).GiveCode(Account, new(12), Today, Now).Then();
        After(Accepted, new OrderRejected(RejectionReason.Closed, Now)).GiveCode(Account, new(12), Today, Now).Then();
    }

    [Fact]
    public void The_total_is_what_it_was_and_only_a_transfer_bears_it()
    {
        var order = After(Accepted, Coded);
        Assert.Equal((new Rupiah(50_000), new Rupiah(50_347)), (order.Total, order.ToTransfer));

        order.StatePaid(Now).Then(new PaymentReceivedStated(new(50_000), Now));
        order.StatePaid(Now, byTransfer: true).Then(Transferred);
        After(Accepted).StatePaid(Now, byTransfer: true).Then(new PaymentReceivedStated(new(50_000), Now));
        After(Accepted, Coded, new OrderReadied(Now)).HandOver(Now).Then(new OrderHandedOver(Now), new OrderCompleted(new(50_000), Now));
        After(Accepted, Coded, Transferred, new OrderReadied(Now)).HandOver(Now).Then(new OrderHandedOver(Now), new OrderCompleted(new(50_000), Now));
    }

    [Fact]
    public void What_came_with_a_code_goes_back_with_it()
    {
        var rejected = new OrderRejected(RejectionReason.OutOfStock, Now);
        After(Accepted, Coded, Transferred, rejected).StateRefund("transfer", Now).Then(new RefundStated(new(50_347), "transfer", Now));
        After(Accepted, Coded, Transferred, rejected).ConfirmRefund(Now).Then(new RefundReceivedStated(new(50_347), Now));
        After(Accepted, Coded, new PaymentReceivedStated(new(50_000), Now), rejected).StateRefund("tunai", Now).Then(new RefundStated(new(50_000), "tunai", Now));

        // found in the account after it came to nothing
        After(Accepted, Coded, rejected).StatePaid(Now, byTransfer: true).Then(Transferred);
        After(Accepted, Coded, rejected, Transferred).StateRefund("transfer", Now).Then(new RefundStated(new(50_347), "transfer", Now));
    }

    [Fact]
    public void A_share_that_changes_takes_the_code_with_it()
    {
        var fell = After(Accepted, Coded, new MarketShareChanged(new(1_000), new(51_000), 2, null, Now));
        Assert.Null(fell.Code);
        fell.GiveCode(Account, new(5), Today, Now).Then(new UniqueCodeGiven(Account, new(5), new(51_005), Today, Now));

        var asked = After(Accepted, Coded, new MarketShareChanged(new(1_000), new(51_000), 2, Now.AddHours(1), Now));
        Assert.Equal(new Rupiah(50_347), asked.ToTransfer);
        Assert.Null(Order.Evolve(asked, new MarketShareAgreed(new(1_000), new(51_000), Now)).Code);
    }

    [Fact]
    public void An_owner_switches_codes_off_and_on()
    {
        var business = Known();
        business.OfferCodes(Now).Then();
        business.EndCodes(Now).Then(new BusinessUniqueCodesEnded(Now));
        Known(new BusinessUniqueCodesEnded(Now)).EndCodes(Now).Then();
        Known(new BusinessUniqueCodesEnded(Now)).OfferCodes(Now).Then(new BusinessUniqueCodesOffered(Now));
        Known(new BusinessUniqueCodesEnded(Now), new BusinessUniqueCodesOffered(Now)).EndCodes(Now).Then(new BusinessUniqueCodesEnded(Now));
    }

    private static Order After(params OrderEvent[] then) => Given.History<Order, OrderEvent>([Placed, .. then]);

    private static Business Known(params BusinessEvent[] then) => Given.History<Business, BusinessEvent>(
        [new BusinessRegistered(Id<Business>.New(), Id<Group>.New(), "Dapur Nila", "dapur-nila", BusinessKind.Individual, RegionCode.Parse("64.02.15.1004"), "", Now), .. then]);
}
