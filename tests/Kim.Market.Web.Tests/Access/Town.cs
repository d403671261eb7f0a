using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Enquiries;
using Kim.Market.Web.Features.Entries;
using Kim.Market.Web.Features.Imports;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.OutsideSales;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.Prospectuses;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Register;
using Kim.Market.Web.Features.Reports;
using Kim.Market.Web.Tests.Contests;
using Kim.Market.Web.Tests.Enquiries;
using Kim.Market.Web.Tests.Harvests;
using Microsoft.AspNetCore.Identity;
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
    Id<Group> Kim, string KimSlug, Goods Goods, Guid Order, string Token, string Application, Id<Office> Office, IReadOnlyList<Role> Roles, Id<Member> Spare,
    string Invitation, string Recovery, Guid Certificate, Guid List, Guid Register, Guid Entry, Guid Story, string StorySlug, Guid Potential, string PotentialSlug, Guid Market, Guid Harvest,
    string Place)
{
    /// <summary>The key that stands in letters to a mailbox of somebody here.</summary>
    public string Letter { get; private init; } = "";

    /// <summary>Something that was asked of this town, and has reached its office.</summary>
    public Guid Enquiry { get; private init; }

    /// <summary>The key to it.</summary>
    public string Question { get; private init; } = "";

    /// <summary>The code of its village.</summary>
    public string Village { get; private init; } = "";

    /// <summary>A contest of its office that its KIM has entered.</summary>
    public Guid Contest { get; private init; }

    /// <summary>A selection of its office, open, with its goods in it.</summary>
    public Guid Selection { get; private init; }

    /// <summary>A coaching to which its KIM is invited.</summary>
    public Guid Coaching { get; private init; }

    /// <summary>What its business states of sales elsewhere.</summary>
    public Guid OutsideSale { get; private init; }

    /// <summary>The code on a report of its office.</summary>
    public string Report { get; private init; } = "";

    /// <summary>The code on a prospectus of its village.</summary>
    public string Prospectus { get; private init; } = "";

    public static async Task<Town> Build(MarketApp app, RegionCode village)
    {
        var cast = new Cast(app.Services);
        var now = app.Clock.GetUtcNow();
        var kim = await cast.Kim(village: village);
        var application = await app.Services.GetRequiredService<OrderTokens>().ForAsync(kim, default);
        await app.Db.ExecuteAsync(
            $"insert into app.group_applications (hash, group_id) values ({OrderTokens.HashOf(application)!}, {kim.Value})", default);
        var goods = await cast.Goods(await cast.Stall(kim: kim, village: village));
        var buyer = await app.BuyerOf(goods);
        var order = (await app.Db.QueryAsync(
            $"select order_id from orders where business_id = {goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        var slug = (await app.Db.QueryAsync($"select slug from groups where group_id = {kim.Value}", row => row.GetString(0), default)).Single();

        var staff = Id<Member>.New();
        await cast.Employ(goods.Stall.Id, staff, BusinessRole.Staff);
        var office = await cast.Office(village.Regency);
        var operated = Id<Member>.New();
        await app.Marketplace.TellAsync(Installation.Id, (Installation known) => Installation.Appoint(known, operated, now), new Metadata(), default);
        var invited = await app.Services.GetRequiredService<Invitations>().IssueAsync(
            Asker.Visitor, Desk.Operator, Installation.Id.Value, InstallationRole.Operator, null, Guid.CreateVersion7(), default);
        var spare = Id<Member>.New();
        await cast.Employ(goods.Stall.Id, spare, BusinessRole.Staff);
        var recovery = await app.Services.GetRequiredService<Recoveries>().IssueAsync(new Asker(operated), spare, Guid.CreateVersion7(), default);
        await app.Services.GetRequiredService<CertificateDesk>().StateAsync(
            goods.Stall.Id, new(Guid.CreateVersion7(), CertificateKind.Nib, "1234567890123", "OSS", null, [], new(Paper.Pdf, [.. "%PDF-1.7"u8])),
            new Asker(goods.Stall.Owner), default);
        await app.Services.GetRequiredService<OutsideSaleDesk>().StateAsync(
            goods.Stall.Id, new(now.Year, now.Month, 1), OutsideWay.Market, new(250_000), new(Paper.Pdf, [.. "%PDF-1.7"u8]), "", new Asker(goods.Stall.Owner), default);
        var certificate = (await app.Db.QueryAsync(
            $"select certificate_id from certificates where business_id = {goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single();
        var (story, storySlug) = await cast.Story(goods);
        var (potential, potentialSlug) = await cast.Potential(goods.Stall.Kim, village: village);
        await cast.Confirmed(potential);
        var market = await cast.MarketDay(kim, village: village);
        var (harvest, place) = await Ripening.Of(app, goods);
        var (enquiry, question) = await Wondering.Asked(app, kim, village);
        await app.Services.GetRequiredService<EnquiryDesk>().TellAsync(enquiry, (known, days, at) => known.PassToOffice(days, at), new Metadata(), default);
        Role[] roles =
        [
            new("a visitor", null, null, null),
            new("a member of nothing", null, null, Id<Member>.New()),
            new("an owner", Desk.Seller, BusinessRole.Owner, goods.Stall.Owner),
            new("staff", Desk.Seller, BusinessRole.Staff, staff),
            await Helping(BusinessRole.GoodsHelper),
            await Helping(BusinessRole.OrderHelper),
            await OnBoard(GroupRole.Chair),
            await OnBoard(GroupRole.Curator),
            await OnBoard(GroupRole.Writer),
            await OnBoard(GroupRole.Treasurer),
            await InOffice(OfficeRole.Officer),
            await InOffice(OfficeRole.Auditor),
            new("an operator", Desk.Operator, InstallationRole.Operator, operated),
        ];
        await GiveAccounts(app, roles);
        var officer = roles.First(role => role.As is OfficeRole.Officer).Member!.Value;
        var list = await Look<BusinessList>(app, office, village, officer, "Nama Usaha");
        var register = await Look<GroupList>(app, office, village, officer, "Nama KIM");
        await app.Marketplace.TellAsync(office, (Office known) => known.SetLetterhead(new("", "Diskominfo Contoh", "Jalan Contoh"), now), new Metadata(), default);
        var (report, _) = await app.Services.GetRequiredService<ReportDesk>().IssueAsync(new Asker(officer), office, new(2025, 1, 1), new(2025, 12, 31), false, default);
        var (prospectus, _) = await app.Services.GetRequiredService<ProspectusDesk>().IssueAsync(
            (await app.Services.GetRequiredService<Places>().FindAsync(village, default))!, Asker.Visitor, default);
        var subscriptions = app.Services.GetRequiredService<Subscriptions>();
        await subscriptions.AddMailboxAsync(spare.Value, isMember: true, $"{Cast.Mark()}@contoh.id", default);
        var letter = await subscriptions.TokenAsync((await subscriptions.OfAsync(spare.Value, default)).Single().Id, default);
        await cast.Assess(kim, village.Regency);
        return new(
            kim, slug, goods, order, buyer.Path.Split('/')[^1], application, office,
            roles, spare, invited, recovery!, certificate, list, register, await cast.Entry($"Usaha {Cast.Mark()}", village), story.Value, storySlug, potential.Value, potentialSlug,
            market.Value, harvest.Value, place)
        {
            Letter = letter,
            Enquiry = enquiry,
            Question = question,
            Prospectus = prospectus.Value,
            OutsideSale = (await app.Db.QueryAsync(
                $"select outside_sale_id from outside_sales where business_id = {goods.Stall.Id.Value}", row => row.GetGuid(0), default)).Single(),
            Report = report,
            Village = village.Value,
            Contest = (await AContest.Entered(app, cast, kim, village.Regency)).Value,
            Selection = (await cast.Selection(village.Regency, goods.Id)).Value,
            Coaching = (await cast.Coaching(kim, village.Regency, village)).Value,
        };

        async Task<Role> Helping(BusinessRole role)
        {
            var member = Id<Member>.New();
            await cast.Employ(goods.Stall.Id, member, role);
            return new($"a {role}", Desk.Seller, role, member);
        }

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

    private static async Task<Guid> Look<TList>(MarketApp app, Id<Office> office, RegionCode village, Id<Member> officer, string column)
        where TList : class, IImportList
    {
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{column},Desa\nUsaha {Cast.Mark()},{village}\n"));
        var looked = await app.Services.GetRequiredService<ImportIntake>().LookAsync(
            new Asker(officer), new(office.Value, village.Regency.Value, null), app.Services.GetRequiredService<TList>(), text, default);
        Assert.Null(looked.Refusal);
        return looked.Import;
    }

    // Without passwords: whoever comes here is signed in already.
    private static async Task GiveAccounts(MarketApp app, IEnumerable<Role> roles)
    {
        using var scope = app.Services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        foreach (var role in roles.Where(role => role.Member is not null))
        {
            var account = new Account { Id = role.Member!.Value.Value, UserName = $"{role.Member.Value.Value:N}@contoh.id", Name = role.Name };
            Assert.True((await accounts.CreateAsync(account)).Succeeded);
        }
    }
}
