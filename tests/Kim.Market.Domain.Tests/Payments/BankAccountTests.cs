using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Payments;
using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Tests.Payments;

public class BankAccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly OrderPlaced Placed = (OrderPlaced)Order.Place(
        Id<Order>.New(), "PK-2611-000001", Id<Checkout>.New(), Id<Buyer>.New(), Id<Business>.New(), Id<Group>.New(), RegionCode.Parse("64.02.15.1004"),
        [new(Id<Product>.New(), "Amplang", "bungkus", 2, new(25_000))], Handover.Pickup, null, Now)[0];

    private static readonly OrderAccepted Accepted = new(Now);

    [Theory]
    [InlineData("1234567890", "1234 5678 90")]
    [InlineData(" 1234-5678.90 ", "1234 5678 90")]
    [InlineData("12345", "1234 5")]
    public void A_number_is_taken_as_it_is_written_and_read_in_fours(string written, string spaced)
    {
        Assert.True(BankAccount.TryRead(" Bank  Contoh ", written, "Ibu  Contoh", out var account, out _));
        Assert.Equal(("Bank Contoh", spaced, "Ibu Contoh"), (account.Bank, account.Spaced, account.Holder));
    }

    [Theory]
    [InlineData("", "12345", "Ibu", "account.bank")]
    [InlineData("BRI", "1234", "Ibu", "account.number")]
    [InlineData("BRI", "123456789012345678901", "Ibu", "account.number")]
    [InlineData("BRI", "12345x", "Ibu", "account.number")]
    [InlineData("BRI", "١٢٣٤٥٦", "Ibu", "account.number")]
    [InlineData("BRI", null, "Ibu", "account.number")]
    [InlineData("BRI", "12345", "\n", "account.holder")]
    public void What_is_no_account_is_refused(string bank, string? number, string holder, string code)
    {
        Assert.False(BankAccount.TryRead(bank, number, holder, out _, out var refusal));
        Assert.Equal(code, refusal.Code);
        Assert.False(BankAccount.TryRead(new string('b', BankAccount.LongestBank + 1), "12345", "Ibu", out _, out _));
        Assert.False(BankAccount.TryRead("BRI", "12345", new string('h', BankAccount.LongestHolder + 1), out _, out _));
    }

    [Fact]
    public void An_account_is_named_changed_and_taken_back_once()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var registered = new BusinessRegistered(
            Id<Business>.New(), Id<Group>.New(), "Dapur Nila", "dapur-nila", BusinessKind.Individual, Placed.SellerVillage, "", Now);
        Business Known(params BusinessEvent[] history) => Given.History<Business, BusinessEvent>([registered, .. history]);
        var kept = new BusinessAccountKept(first, Now);

        Known().KeepAccount(first, Now).Then(kept);
        Known(kept).KeepAccount(first, Now).Then();
        Known(kept).KeepAccount(second, Now).Then(new BusinessAccountKept(second, Now));
        Known(kept).DropAccount(Now).Then(new BusinessAccountDropped(Now));
        Known(kept, new BusinessAccountDropped(Now)).DropAccount(Now).Then();
    }

    [Fact]
    public void A_buyer_shows_that_they_paid_while_there_is_something_to_pay()
    {
        var proof = new PaymentProofGiven(Guid.NewGuid(), "aa", "bb", Now);
        var paid = new PaymentReceivedStated(new(50_000), Now);

        Ordered(Accepted).GiveProof(proof.Proof, "aa", "bb", Now).Then(proof);
        Ordered(Accepted, new OrderReadied(Now)).GiveProof(proof.Proof, "aa", "bb", Now).Then(proof);
        Ordered(Accepted, proof).GiveProof(Guid.NewGuid(), "aa", "bb", Now).Then();
        Ordered(Accepted, proof, paid).GiveProof(Guid.NewGuid(), "aa", "bb", Now).Then();
        Ordered(Accepted, proof, paid).GiveProof(Guid.NewGuid(), "cc", "dd", Now).ThenRefused(OrderRefusals.PaidAlready);
        Ordered().GiveProof(proof.Proof, "aa", "bb", Now).ThenRefused(OrderRefusals.NotAcceptedYet);
        Ordered(new OrderCancelled(Now)).GiveProof(proof.Proof, "aa", "bb", Now).ThenRefused(OrderRefusals.OverCancelled);
    }

    [Fact]
    public void A_proof_proves_nothing_and_five_are_enough()
    {
        var five = Enumerable.Range(0, Limits.PaymentProofs).Select(n => (OrderEvent)new PaymentProofGiven(Guid.NewGuid(), $"file {n}", "same", Now)).ToArray();

        Assert.False(Ordered([Accepted, .. five]).IsPaid);
        Ordered([Accepted, .. five]).GiveProof(Guid.NewGuid(), "another", "same", Now).ThenRefused(OrderRefusals.TooManyProofs);
    }

    private static Order Ordered(params OrderEvent[] history) => Given.History<Order, OrderEvent>([Placed, .. history]);
}
