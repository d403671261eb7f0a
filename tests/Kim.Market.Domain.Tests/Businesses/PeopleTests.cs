using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Businesses;

public class PeopleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Member> Owner = Id<Member>.New();
    private static readonly Id<Member> Other = Id<Member>.New();

    [Fact]
    public void Staff_may_leave() => Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff)).Release(Other, BusinessRole.Staff, Now)
        .Then(new BusinessMemberReleased(Other, BusinessRole.Staff, Now));

    [Fact]
    public void The_last_owner_cannot_leave() => Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff))
        .Release(Owner, BusinessRole.Owner, Now).ThenRefused(BusinessRefusals.LastOwner);

    [Fact]
    public void One_of_two_owners_may_leave() => Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Owner))
        .Release(Owner, BusinessRole.Owner, Now).Then(new BusinessMemberReleased(Owner, BusinessRole.Owner, Now));

    [Fact]
    public void Who_has_gone_cannot_go_again() => Shop(
            Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff), new BusinessMemberReleased(Other, BusinessRole.Staff, Now))
        .Release(Other, BusinessRole.Staff, Now).Then();

    [Fact]
    public void A_business_passes_to_somebody_who_works_there()
    {
        var handed = new BusinessHandedOver(Owner, Other, Now);
        Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff)).HandOver(Owner, Other, Now).Then(handed);

        var after = Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff), handed);

        Assert.Equal([(Other, BusinessRole.Staff), (Other, BusinessRole.Owner)], after.People);
        after.HandOver(Owner, Other, Now).Then();
    }

    [Fact]
    public void A_stranger_is_handed_nothing() =>
        Shop(Post(Owner, BusinessRole.Owner)).HandOver(Owner, Other, Now).ThenRefused(BusinessRefusals.NotStaff);

    [Fact]
    public void Staff_hand_nothing_over() => Shop(Post(Owner, BusinessRole.Owner), Post(Other, BusinessRole.Staff))
        .HandOver(Other, Id<Member>.New(), Now).ThenRefused(BusinessRefusals.NotOwner);

    private static BusinessMemberAppointed Post(Id<Member> member, BusinessRole role) => new(member, role, Now);

    private static Business Shop(params BusinessEvent[] then) => Given.History<Business, BusinessEvent>(
    [
        new BusinessRegistered(
            Id<Business>.New(), Id<Group>.New(), "Dapur Contoh", "dapur-contoh", BusinessKind.Individual,
            RegionCode.Parse("64.02.15.1004"), "", Now),
        .. then,
    ]);
}
