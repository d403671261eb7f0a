using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Payments;
using Kim.Market.Domain.Tests.Payments;

namespace Kim.Market.Domain.Tests.Businesses;

public class PaymentCodeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly Id<Group> Kim = Id<Group>.New();
    private static readonly BusinessRegistered Registered = new(
        Id<Business>.New(), Kim, "Dapur Nila", "dapur-nila", BusinessKind.Individual, RegionCode.Parse("64.02.15.1004"), "", Now);

    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    private static Qris Stall => Qris.TryRead(QrisTests.Stall, out var qris, out _) ? qris : throw new InvalidOperationException();

    [Fact]
    public void A_code_is_put_up() => Business().KeepQris(Stall, First, Now).Then(new BusinessQrisKept(First, Now));

    [Fact]
    public void The_same_code_is_put_up_once() => Business(new BusinessQrisKept(First, Now)).KeepQris(Stall, First, Now).Then();

    [Fact]
    public void Another_takes_its_place() =>
        Business(new BusinessQrisKept(First, Now)).KeepQris(Stall, Second, Now).Then(new BusinessQrisKept(Second, Now));

    [Fact]
    public void A_code_for_one_payment_cannot_hang_at_a_stall() =>
        Business().KeepQris(Stall.For(new(75_000)), First, Now).ThenRefused(QrisRefusals.ForOnePayment);

    [Fact]
    public void It_is_taken_down_once()
    {
        Business(new BusinessQrisKept(First, Now)).DropQris(Now).Then(new BusinessQrisDropped(Now));
        Business(new BusinessQrisKept(First, Now), new BusinessQrisDropped(Now)).DropQris(Now).Then();
        Business().DropQris(Now).Then();
    }

    [Fact]
    public void Taken_down_it_can_be_put_up_again() =>
        Business(new BusinessQrisKept(First, Now), new BusinessQrisDropped(Now)).KeepQris(Stall, First, Now).Then(new BusinessQrisKept(First, Now));

    private static Business Business(params BusinessEvent[] history) => Given.History<Business, BusinessEvent>([Registered, .. history]);
}
