using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Groups;

public class BoardTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Member> Chair = Id<Member>.New();
    private static readonly Id<Member> Other = Id<Member>.New();

    [Fact]
    public void A_curator_may_leave() =>
        Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Curator)).Release(Other, GroupRole.Curator, Now)
            .Then(new GroupManagerReleased(Other, GroupRole.Curator, Now));

    [Fact]
    public void The_last_chair_cannot_leave() =>
        Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Curator)).Release(Chair, GroupRole.Chair, Now)
            .ThenRefused(GroupRefusals.LastChair);

    [Fact]
    public void One_of_two_chairs_may_leave_and_then_the_other_is_the_last()
    {
        var kim = Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Chair));

        kim.Release(Chair, GroupRole.Chair, Now).Then(new GroupManagerReleased(Chair, GroupRole.Chair, Now));

        Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Chair), new GroupManagerReleased(Chair, GroupRole.Chair, Now))
            .Release(Other, GroupRole.Chair, Now).ThenRefused(GroupRefusals.LastChair);
    }

    [Fact]
    public void Who_does_not_hold_a_role_cannot_lose_it_again() => Kim(Seat(Chair, GroupRole.Chair)).Release(Other, GroupRole.Writer, Now).Then();

    [Fact]
    public void The_chair_passes_to_somebody_on_the_board_who_keeps_the_other_role()
    {
        var handed = new GroupHandedOver(Chair, Other, Now);
        Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Curator)).HandOver(Chair, Other, Now).Then(handed);

        var after = Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Curator), handed);

        Assert.Equal([(Other, GroupRole.Curator), (Other, GroupRole.Chair)], after.Board);
        after.HandOver(Chair, Other, Now).Then();
        after.Release(Other, GroupRole.Chair, Now).ThenRefused(GroupRefusals.LastChair);
    }

    [Fact]
    public void The_chair_keeps_what_else_they_do_when_they_hand_over() => Assert.Equal(
        [(Chair, GroupRole.Writer), (Other, GroupRole.Curator), (Other, GroupRole.Chair)],
        Kim(Seat(Chair, GroupRole.Chair), Seat(Chair, GroupRole.Writer), Seat(Other, GroupRole.Curator), new GroupHandedOver(Chair, Other, Now)).Board);

    [Fact]
    public void A_stranger_is_handed_nothing() =>
        Kim(Seat(Chair, GroupRole.Chair)).HandOver(Chair, Other, Now).ThenRefused(GroupRefusals.NotOnBoard);

    [Fact]
    public void Only_a_chair_hands_over() =>
        Kim(Seat(Chair, GroupRole.Chair), Seat(Other, GroupRole.Curator)).HandOver(Other, Id<Member>.New(), Now).ThenRefused(GroupRefusals.NotChair);

    [Fact]
    public void Handing_over_to_oneself_changes_nothing() => Kim(Seat(Chair, GroupRole.Chair)).HandOver(Chair, Chair, Now).Then();

    private static GroupManagerAppointed Seat(Id<Member> member, GroupRole role) => new(member, role, Now);

    private static Group Kim(params GroupEvent[] then) => Given.History<Group, GroupEvent>(
    [
        new GroupProposed(Id<Group>.New(), "KIM Contoh", "kim-contoh", RegionCode.Parse("64.02.15.1004"), GroupBasis.Territorial, [], "", Now),
        .. then,
    ]);
}
