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

    private static Installation Run(params Id<Member>[] operators) => Given.History<Installation, InstallationEvent>(
        [.. operators.Select(member => new OperatorAppointed(member, Now))]);
}
