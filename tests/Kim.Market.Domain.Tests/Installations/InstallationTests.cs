using Kim.Market.Domain.Installations;

namespace Kim.Market.Domain.Tests.Installations;

public class InstallationTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Member> First = Id<Member>.New();
    private static readonly Id<Member> Second = Id<Member>.New();

    [Fact]
    public void The_first_operator_begins_the_history() => Installation.Appoint(null, First, Now).Then(new OperatorAppointed(First, Now));

    [Fact]
    public void Appointing_an_operator_again_changes_nothing() => Installation.Appoint(Run(First), First, Now).Then();

    [Fact]
    public void The_last_operator_cannot_leave() => Run(First).Release(First, Now).ThenRefused(InstallationRefusals.LastOperator);

    [Fact]
    public void One_of_two_may_leave() => Run(First, Second).Release(First, Now).Then(new OperatorReleased(First, Now));

    [Fact]
    public void Who_is_none_cannot_be_released() => Run(First).Release(Second, Now).Then();

    [Fact]
    public void A_holiday_is_named_once_and_lifted_once()
    {
        var day = new DateOnly(2027, 3, 10);
        Run(First).NameHoliday(day, " Idulfitri ", null, Now).Then(new HolidayNamed(day, "Idulfitri", Now));
        Run(First).NameHoliday(day, "Idulfitri", "Idulfitri", Now).Then();
        Run(First).LiftHoliday(day, null, Now).Then();
        Run(First).LiftHoliday(day, "Idulfitri", Now).Then(new HolidayLifted(day, Now));

        var lifted = Given.History<Installation, InstallationEvent>(new OperatorAppointed(First, Now), new HolidayLifted(day, Now));
        lifted.LiftHoliday(day, "Idulfitri", Now).Then(); // ministers settled it, an operator knows better
        lifted.NameHoliday(day, "Idulfitri", "Idulfitri", Now).Then(new HolidayNamed(day, "Idulfitri", Now));
    }

    [Fact]
    public void A_holiday_has_a_name_and_a_day_that_somebody_can_know()
    {
        Run(First).NameHoliday(new(2027, 3, 10), " ", null, Now).ThenRefused(InstallationRefusals.HolidayName);
        Run(First).NameHoliday(new(2030, 3, 10), "Idulfitri", null, Now).ThenRefused(InstallationRefusals.HolidayDay);
    }

    [Fact]
    public void Holidays_and_operators_do_not_know_of_each_other()
    {
        var day = new DateOnly(2027, 3, 10);
        var known = Given.History<Installation, InstallationEvent>(
            new OperatorAppointed(First, Now), new HolidayNamed(day, "Idulfitri", Now), new OperatorAppointed(Second, Now), new OperatorReleased(First, Now),
            new HolidayLifted(new(2026, 12, 24), Now));

        Assert.Equal([Second], known.Operators);
        Assert.Equal("Idulfitri", known.Holidays[day]);
        Assert.Null(known.Holidays[new(2026, 12, 24)]);
    }

    private static Installation Run(params Id<Member>[] operators) => Given.History<Installation, InstallationEvent>(
        [.. operators.Select(member => new OperatorAppointed(member, Now))]);
}
