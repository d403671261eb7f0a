using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Access;

/// <summary>A market of its own with two towns in it: what is the one's is not the other's.</summary>
public sealed class TwoTowns : IAsyncLifetime
{
    public MarketApp App { get; } = new();

    internal Town Own { get; private set; } = null!;

    internal Town Foreign { get; private set; } = null!;

    internal IReadOnlyList<Doorway> Doorways { get; private set; } = [];

    /// <summary>People who hold a role in the own town and a lesser one in the foreign town.</summary>
    internal IReadOnlyList<Hat> Hats { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Own = await Town.Build(App, Cast.Village);
        Foreign = await Town.Build(App, RegionCode.Parse("64.71.01.1001"));
        await new Bazaar(App).Settle();
        Hats = await TwoHats();
        Doorways = await App.Services.GetRequiredService<PolicyList>().AllAsync();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<IReadOnlyList<Hat>> TwoHats()
    {
        var now = App.Clock.GetUtcNow();
        List<Hat> hats = [];
        foreach (var (high, low) in new (Enum, Enum)[]
        {
            (GroupRole.Chair, GroupRole.Writer), (GroupRole.Curator, GroupRole.Treasurer), (OfficeRole.Officer, OfficeRole.Auditor),
            (BusinessRole.Owner, BusinessRole.Staff), (BusinessRole.GoodsHelper, BusinessRole.OrderHelper), (BusinessRole.OrderHelper, BusinessRole.GoodsHelper),
        })
        {
            var member = Id<Member>.New();
            await Appoint(Own, member, high);
            await Appoint(Foreign, member, low);
            hats.Add(new(high is GroupRole ? Desk.Group : high is OfficeRole ? Desk.Office : Desk.Seller, high, low, member));
        }

        return hats;

        Task Appoint(Town town, Id<Member> member, Enum role) => role switch
        {
            GroupRole of => App.Marketplace.TellAsync(town.Kim, (Group known) => known.Appoint(member, of, now), new Metadata(), default),
            OfficeRole of => App.Marketplace.TellAsync(town.Office, (Office known) => known.Appoint(member, of, now), new Metadata(), default),
            BusinessRole of => App.Marketplace.TellAsync(town.Goods.Stall.Id, (Business known) => known.Appoint(member, of, now), new Metadata(), default),
            _ => throw new InvalidOperationException($"Nobody is appointed {role}."),
        };
    }
}

/// <summary>Those who look at the two towns take turns, so that building them once is enough.</summary>
[CollectionDefinition]
public sealed class TwoTownsCollection : ICollectionFixture<TwoTowns>;

/// <summary>Somebody with a role in one town and a lesser one in the other.</summary>
internal sealed record Hat(string Desk, Enum Here, Enum There, Id<Member> Member);
