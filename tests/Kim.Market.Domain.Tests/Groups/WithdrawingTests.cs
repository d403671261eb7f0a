using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Groups;

/// <summary>A KIM that came in with a list goes with it, unless somebody leads it by then.</summary>
public class WithdrawingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Group> Id = Id<Group>.New();
    private static readonly Id<Member> Chair = Id<Member>.New();

    [Fact]
    public void It_goes_once()
    {
        Verified().Withdraw(Now).Then(new GroupWithdrawn(Now));
        Gone().Withdraw(Now).Then();
    }

    [Fact]
    public void Not_once_somebody_leads_it_or_it_is_at_work()
    {
        Verified(new GroupManagerAppointed(Chair, GroupRole.Chair, Now)).Withdraw(Now).ThenRefused(GroupRefusals.InUse);
        Verified(new GroupActivated(Now)).Withdraw(Now).ThenRefused(GroupRefusals.InUse);
    }

    [Fact]
    public void Nothing_happens_to_it_any_more()
    {
        Gone().Describe(new([], null, null, null, 3, 2, [], false), Now).ThenRefused(GroupRefusals.NotInRegister);
        Gone().RecordNationalId("1", Now).ThenRefused(GroupRefusals.NotInRegister);
        Gone().Appoint(Chair, GroupRole.Chair, Now).ThenRefused(GroupRefusals.NotInRegister);
        Gone().Dissolve("Musyawarah.", null, Now).ThenRefused(GroupRefusals.NotInRegister);
        Gone().Suspend(SuspensionReason.Other, "x", null, Now).ThenRefused(GroupRefusals.NotInRegister);
        Gone().Activate(Now).ThenRefused(GroupRefusals.NotActive);
        Gone().Verify(Now).Then();
    }

    private static Group Verified(params GroupEvent[] then) => Given.History<Group, GroupEvent>(
        [new GroupProposed(Id, "KIM Daftar", "kim-daftar", RegionCode.Parse("64.02.15.1004"), GroupBasis.Territorial, [], "", Now), new GroupVerified(Now), .. then]);

    private static Group Gone() => Verified(new GroupWithdrawn(Now));
}
