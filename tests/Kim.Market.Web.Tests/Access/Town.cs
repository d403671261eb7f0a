using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Orders;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Access;

/// <summary>Somebody as a policy sees them.</summary>
/// <param name="Desk">Null for those who stand at none.</param>
public sealed record Role(string Name, string? Desk, Enum? As, Id<Member>? Member)
{
    public bool Fits(PolicyAttribute policy) => policy switch
    {
        OpenToAttribute => true,
        ForMembersAttribute => Member is not null,
        ForAttribute at => at.Desk == Desk && (at.Roles.Count == 0 || at.Roles.Contains(As)),
        _ => throw new InvalidOperationException($"{policy.GetType().Name} is a policy this test does not know: say in Role.Fits whom it lets in."),
    };

    public override string ToString() => Name;
}

/// <summary>A KIM with its stall, its order and everybody who works there. Two of them make a foreign one.</summary>
public sealed record Town(
    Id<Group> Kim, string KimSlug, Goods Goods, Guid Order, string Token, string Application, Id<Office> Office, IReadOnlyList<Role> Roles, Id<Member> Spare)
{
    public static async Task<Town> Build(MarketApp app, string region)
    {
        var cast = new Cast(app.Services);
        var now = app.Clock.GetUtcNow();
        var kim = await cast.Kim(seat: RegionCode.Parse(region + ".01"));
        var application = await app.Services.GetRequiredService<OrderTokens>().ForAsync(kim, default);
        await app.Db.ExecuteAsync(
            $"insert into app.group_applications (hash, group_id) values ({OrderTokens.HashOf(application)!}, {kim.Value})", default);
        var goods = await cast.Goods(await cast.Stall(kim: kim));
        var buyer = await app.BuyerOf(goods);
        var order = (await app.Db.QueryAsync(
            $"select order_id from orders where business_id = {goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();

        var staff = Id<Member>.New();
        await cast.Employ(goods.Stall.Id, staff, BusinessRole.Staff);
        var office = Id<Office>.New();
        await app.Marketplace.BeginAsync(office, Domain.Offices.Office.Open(office, RegionCode.Parse(region), now), new Metadata(), default);
        var operated = Id<Member>.New();
        await app.Marketplace.TellAsync(Installation.Id, (Installation known) => Installation.Appoint(known, operated, now), new Metadata(), default);
        var spare = Id<Member>.New();
        await cast.Employ(goods.Stall.Id, spare, BusinessRole.Staff);
        return new(
            kim, slug, goods, order, buyer.Path.Split('/')[^1], application, office,
            [
                new("a visitor", null, null, null),
                new("a member of nothing", null, null, Id<Member>.New()),
                new("an owner", Desk.Seller, BusinessRole.Owner, goods.Stall.Owner),
                new("staff", Desk.Seller, BusinessRole.Staff, staff),
                await OnBoard(GroupRole.Chair),
                await OnBoard(GroupRole.Curator),
                await OnBoard(GroupRole.Writer),
                await OnBoard(GroupRole.Treasurer),
                await InOffice(OfficeRole.Officer),
                await InOffice(OfficeRole.Auditor),
                new("an operator", Desk.Operator, InstallationRole.Operator, operated),
            ],
            spare);

        async Task<Role> OnBoard(GroupRole role)
        {
            var member = Id<Member>.New();
            await app.Marketplace.TellAsync(kim, (Group known) => known.Appoint(member, role, now), new Metadata(), default);
            return new($"a {role}", Desk.Group, role, member);
        }

        async Task<Role> InOffice(OfficeRole role)
        {
            var member = Id<Member>.New();
            await app.Marketplace.TellAsync(office, (Office known) => known.Appoint(member, role, now), new Metadata(), default);
            return new($"an {role}", Desk.Office, role, member);
        }
    }
}
