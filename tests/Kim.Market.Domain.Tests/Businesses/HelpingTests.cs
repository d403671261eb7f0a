using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;

namespace Kim.Market.Domain.Tests.Businesses;

public class HelpingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero);
    private static readonly Id<Member> Curator = Id<Member>.New();
    private static readonly Id<Member> Siti = Id<Member>.New();

    [Fact]
    public void While_nobody_owns_a_business_its_KIM_sells_for_it() => Known().Help(Curator, Now).Then(
        new BusinessMemberAppointed(Curator, BusinessRole.GoodsHelper, Now), new BusinessMemberAppointed(Curator, BusinessRole.OrderHelper, Now));

    [Fact]
    public void Asked_twice_somebody_helps_once() => Helped().Help(Curator, Now).Then();

    [Fact]
    public void Once_it_is_owned_only_the_owner_asks_for_help()
    {
        var owned = Known(new BusinessMemberAppointed(Siti, BusinessRole.Owner, Now));
        owned.Help(Curator, Now).ThenRefused(BusinessRefusals.HasOwner);
        owned.OfferTransfer(Now.AddDays(2), Now).ThenRefused(BusinessRefusals.HasOwner);
        owned.Appoint(Curator, BusinessRole.GoodsHelper, Now).Then(new BusinessMemberAppointed(Curator, BusinessRole.GoodsHelper, Now));
    }

    [Fact]
    public void Whoever_helped_stops_when_the_first_owner_comes()
    {
        var happened = Helped().Appoint(Siti, BusinessRole.Owner, Now);
        Assert.Equal(new BusinessMemberAppointed(Siti, BusinessRole.Owner, Now), happened[0]);
        Assert.Equal(
            [BusinessRole.GoodsHelper, BusinessRole.OrderHelper],
            happened.OfType<BusinessMemberReleased>().Where(released => released.Member == Curator).Select(released => released.Role).Order());
        var after = happened.Aggregate(Helped(), Business.Evolve);
        Assert.Equal([(Siti, BusinessRole.Owner)], after.People);
    }

    [Fact]
    public void A_second_owner_sends_nobody_away() => Known(
            new BusinessMemberAppointed(Siti, BusinessRole.Owner, Now), new BusinessMemberAppointed(Curator, BusinessRole.GoodsHelper, Now))
        .Appoint(Id<Member>.New(), BusinessRole.Owner, Now).Select(happened => happened.GetType()).ToList()
        .ForEach(type => Assert.Equal(typeof(BusinessMemberAppointed), type));

    [Fact]
    public void Who_helps_cannot_be_given_the_business() => Known(
            new BusinessMemberAppointed(Siti, BusinessRole.Owner, Now), new BusinessMemberAppointed(Curator, BusinessRole.OrderHelper, Now))
        .HandOver(Siti, Curator, Now).ThenRefused(BusinessRefusals.NotStaff);

    private static Business Helped() => Known(
        new BusinessMemberAppointed(Curator, BusinessRole.GoodsHelper, Now), new BusinessMemberAppointed(Curator, BusinessRole.OrderHelper, Now));

    private static Business Known(params BusinessEvent[] then) => Given.History<Business, BusinessEvent>(
    [
        new BusinessRegistered(
            Id<Business>.New(), Id<Group>.New(), "Kue Bu Siti", "kue-bu-siti", BusinessKind.Individual, RegionCode.Parse("64.02.15.1004"), "", Now),
        .. then,
    ]);
}
