using Kim.Market.Domain.Erasures;

namespace Kim.Market.Domain.Tests.Erasures;

public class ErasureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Guid Subject = Guid.NewGuid();
    private static readonly DateOnly End = new(2036, 2, 1);
    private static readonly ErasureRequested Requested = new(Erasure.Of(Subject), ErasureScope.Buyer, Subject, Now.AddDays(3), Now);

    [Fact]
    public void Where_nothing_is_on_its_way_a_wish_is_carried_out_at_once() =>
        Erasure.Request(ErasureScope.Buyer, Subject, isBusy: false, End, Now).Then(Requested, new PersonalDataErased(End, Now));

    [Fact]
    public void Whoever_waits_for_an_order_is_known_until_it_has_come()
    {
        Erasure.Request(ErasureScope.Buyer, Subject, isBusy: true, End, Now).Then(Requested);

        var waiting = Given.History<Erasure, ErasureEvent>(Requested);
        waiting.Carry(isBusy: true, End, Now.AddHours(71)).Then();
        waiting.Carry(isBusy: false, End, Now.AddHours(1)).Then(new PersonalDataErased(End, Now.AddHours(1)));
    }

    [Fact]
    public void But_never_longer_than_three_days() => Given.History<Erasure, ErasureEvent>(Requested)
        .Carry(isBusy: true, keepUntil: null, Now.AddHours(72)).Then(new PersonalDataErased(null, Now.AddHours(72)));

    [Fact]
    public void A_person_is_forgotten_once()
    {
        var erased = Given.History<Erasure, ErasureEvent>(Requested, new PersonalDataErased(End, Now));

        erased.Carry(isBusy: false, End, Now.AddDays(9)).Then();
        Assert.Equal(Erasure.Of(Subject), Erasure.Of(Subject));
        Assert.NotEqual(Subject, Erasure.Of(Subject).Value);
        Assert.NotEqual(Erasure.Of(Subject), Erasure.Of(Guid.NewGuid()));
    }

    [Fact]
    public void The_copy_goes_on_the_day_after_the_law_lets_it_go_and_once()
    {
        var erased = Given.History<Erasure, ErasureEvent>(Requested, new PersonalDataErased(End, Now));

        erased.Destroy(End, Now).Then();
        erased.Destroy(End.AddDays(1), Now).Then(new KeptDataDestroyed(Now));
        Given.History<Erasure, ErasureEvent>(Requested, new PersonalDataErased(End, Now), new KeptDataDestroyed(Now)).Destroy(End.AddYears(1), Now).Then();
        Given.History<Erasure, ErasureEvent>(Requested, new PersonalDataErased(null, Now)).Destroy(End.AddYears(1), Now).Then();
    }

    [Theory]
    [InlineData(true, 10, 5, "2036-03-01")]
    [InlineData(false, 10, 5, "2031-03-01")]
    [InlineData(false, 10, 0, null)]
    [InlineData(true, 0, 5, null)]
    public void Money_is_remembered_longer_than_what_came_to_nothing(bool isCompleted, int money, int trade, string? until) => Assert.Equal(
        until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture),
        new Retention(money, trade).Until(new(2026, 3, 1), isCompleted));
}
