using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Directory;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Imports;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Selections;
using Kim.Market.Domain.Stocks;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.People;
using Kim.Market.Web.Features.Selections;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Story = Kim.Market.Domain.Stories.Story;

namespace Kim.Market.Web.Tests;

/// <summary>A stall as a test knows it.</summary>
public sealed record Stall(Id<Business> Id, Id<Group> Kim, Id<Member> Owner, string Name, string Slug, string WhatsApp);

/// <summary>Something on a stall as a test knows it.</summary>
public sealed record Goods(Id<Product> Id, Stall Stall, string Name, string Slug, long Price);

/// <summary>Makes the people, groups, stalls and goods of a test, through the same door as everybody.</summary>
public sealed class Cast(IServiceProvider market)
{
    /// <summary>Kelurahan Sari Jaya, Kecamatan Sanga Sanga.</summary>
    public static readonly RegionCode Village = RegionCode.Parse("64.02.15.1004");

    private static int _numbers;

    private readonly Marketplace _marketplace = market.GetRequiredService<Marketplace>();
    private readonly NpgsqlDataSource _db = market.GetRequiredService<NpgsqlDataSource>();
    private readonly DateTimeOffset _now = market.GetRequiredService<TimeProvider>().GetUtcNow();

    private static Metadata Somebody => new();

    /// <summary>A KIM that is active.</summary>
    public async Task<Id<Group>> Kim(string name = "KIM Tepian Contoh", RegionCode? village = null)
    {
        var id = await Verified(name, village);
        await Tell(id, (Group group) => group.Activate(_now));
        return id;
    }

    /// <summary>A KIM that its office has looked at and that has let nothing be seen yet.</summary>
    public async Task<Id<Group>> Verified(string name = "KIM Tepian Contoh", RegionCode? village = null)
    {
        var id = Id<Group>.New();
        await Agreed(_marketplace.BeginAsync(
            id, Group.Propose(id, name, Unique(name), village ?? Village, GroupBasis.Territorial, [], "", _now), Somebody, default));
        await Tell(id, (Group group) => group.Verify(_now));
        return id;
    }

    /// <summary>Somebody who decides what of a KIM's sellers may be seen.</summary>
    public async Task<Id<Member>> Curator(Id<Group> kim, GroupRole role = GroupRole.Curator)
    {
        var member = Id<Member>.New();
        await Appoint(kim, member, role);
        return member;
    }

    /// <summary>Somebody in the office of a region, of which there is one.</summary>
    public async Task<Id<Member>> Officer(string region = "64.02", OfficeRole role = OfficeRole.Officer)
    {
        var member = Id<Member>.New();
        await Appoint(member, region, role);
        return member;
    }

    /// <summary>Makes somebody an officer, or an auditor, of a region.</summary>
    public async Task Appoint(Id<Member> member, string region = "64.02", OfficeRole role = OfficeRole.Officer) =>
        await Tell(await Office(RegionCode.Parse(region)), (Office known) => known.Appoint(member, role, _now));

    /// <summary>The office of a region: it is opened by whichever test comes first.</summary>
    public async Task<Id<Office>> Office(RegionCode region)
    {
        var id = Id<Office>.New();
        return await FindOffice(region) is { } known ? known
            : await _marketplace.BeginAsync(id, Domain.Offices.Office.Open(id, region, _now), Somebody, default) is null ? id
            : (await FindOffice(region))!.Value;
    }

    /// <summary>What makes a name like no other, in letters: digits in a row would look like somebody's number.</summary>
    public static string Mark() => RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 8);

    /// <summary>A line of the directory, as if it had come with a list.</summary>
    public async Task<Guid> Entry(string name, RegionCode? village = null)
    {
        var id = Id<DirectoryEntry>.New();
        await Agreed(_marketplace.BeginAsync(id, DirectoryEntry.Record(id, name, village ?? Village, "Kuliner", Id<Import>.New(), _now), Somebody, default));
        return id.Value;
    }

    public Task Appoint(Id<Group> kim, Id<Member> member, GroupRole role) => Tell(kim, (Group group) => group.Appoint(member, role, _now));

    /// <summary>Something that waits for its KIM.</summary>
    public async Task<Goods> Sent(Stall stall, string name = "Amplang Ikan Nila 250 g", long price = 25_000)
    {
        var id = Id<Product>.New();
        var slug = Unique(name);
        await Agreed(_marketplace.BeginAsync(
            id, Product.Draft(id, stall.Id, name, slug, "makanan-olahan/amplang", "bungkus", null, "", _now), Somebody, default));
        await Tell(id, (Product product) => product.SetPrice(new(price), _now));
        await Tell(id, (Product _) => Product.SetPhotos([new Photo(new string('a', 64), name)], _now));
        await Tell(id, (Product product) => product.Submit(isTrusted: false, _now));
        await Agreed(_marketplace.BeginAsync(Stock.Of(id), Stock.Open(id, _now), Somebody, default));
        return new(id, stall, name, slug, price);
    }

    /// <summary>A coaching of a region's office, open to all to read, to which a KIM is invited.</summary>
    /// <param name="days">How many days from now.</param>
    public async Task<Id<Coaching>> Coaching(Id<Group> kim, RegionCode region, RegionCode? village = null, int days = 7)
    {
        var id = Id<Coaching>.New();
        var day = DateOnly.FromDateTime(_now.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(days); // as it is there
        await Agreed(_marketplace.BeginAsync(
            id, Domain.Coachings.Coaching.Schedule(
                id, await Office(region), region, new("Bimtek foto produk", CoachingKind.Training, CoachingStrand.Business, ["Cahaya jendela"], day, day, new(9, 0), new(12, 0),
                    "Balai Contoh", village ?? Village, 40, "Bidang IKP", IsOpen: true), _now), Somebody, default));
        await Tell(id, (Coaching known) => known.Invite([kim], _now));
        return id;
    }

    /// <summary>A selection of the office of a region with one product in it, open for a month.</summary>
    public async Task<Id<Selection>> Selection(RegionCode region, Id<Product> product)
    {
        var (id, desk) = (Id<Selection>.New(), market.GetRequiredService<SelectionDesk>());
        var today = DateOnly.FromDateTime(_now.ToOffset(TimeSpan.FromHours(8)).DateTime); // as it is there
        await Agreed(desk.DraftAsync(id, await Office(region), new("Oleh-oleh Contoh", "Dibuat sendiri di desa dan tahan dibawa sebulan.", today, today.AddDays(29)), Asker.Visitor, default));
        await Agreed(desk.PickAsync(id.Value, product.Value, "Paling sering dipesan.", Asker.Visitor, default));
        await Agreed(desk.TellAsync(id.Value, (known, day, now) => known.Open(day, now), Asker.Visitor, default));
        return id;
    }

    /// <summary>An assessment of a KIM by the office of a region: everything is there in part.</summary>
    public async Task Assess(Id<Group> kim, RegionCode region, RubricInForce? rubric = null)
    {
        var id = Id<Assessment>.New();
        await Agreed(_marketplace.BeginAsync(
            id, Assessment.Make(
                id, kim, await Office(region), rubric ?? RubricInForce.Usual, AssessmentCriterion.All.Where(one => one.IsMeasured).ToDictionary(one => one.Item, _ => 1),
                AssessmentCriterion.All.Where(one => !one.IsMeasured).ToDictionary(one => one.Item, _ => new AssessmentAnswer(AssessmentLevel.Partly, "Dilihat di tempat")), _now),
            Somebody, default));
    }

    public Task Rest(Id<Group> kim) => Tell(kim, (Group group) => group.DeclareDormant(DormancyReason.NoBudget, _now));

    /// <summary>A stall that is open and has an owner. Without a fee it does not deliver, without a number nobody can write to it.</summary>
    public async Task<Stall> Stall(
        string name = "Dapur Contoh", Id<Group>? kim = null, long? fee = 12_000, bool hasWhatsApp = true, RegionCode? village = null)
    {
        var stall = await Written(name, kim, fee, village);
        await Tell(stall.Id, (Business business) => business.Approve(_now));
        await Employ(stall.Id, stall.Owner, BusinessRole.Owner);
        if (hasWhatsApp)
        {
            await Keep(stall.Id.Value, ("whatsapp", stall.WhatsApp));
        }

        return stall;
    }

    /// <summary>A stall that waits for its KIM.</summary>
    public async Task<Stall> Newcomer(string name = "Dapur Contoh", Id<Group>? kim = null)
    {
        var stall = await Written(name, kim, null, null);
        await Employ(stall.Id, stall.Owner, BusinessRole.Owner);
        return stall;
    }

    private async Task<Stall> Written(string name, Id<Group>? kim, long? fee, RegionCode? village)
    {
        var (id, owner) = (Id<Business>.New(), Id<Member>.New());
        var group = kim ?? await Kim();
        var slug = Unique(name);
        var number = $"62812{Interlocked.Increment(ref _numbers):00000000}";
        await Agreed(_marketplace.BeginAsync(
            id, Business.Register(id, group, name, slug, BusinessKind.Individual, village ?? Village, "", _now), Somebody, default));
        await Deliver(id, fee);
        return new(id, group, owner, name, slug, number);
    }

    /// <summary>Sets what delivery costs; null ends it.</summary>
    public Task Deliver(Stall stall, long? fee) => Deliver(stall.Id, fee);

    /// <summary>Sets what bringing goods to a region costs.</summary>
    public Task Rate(Stall stall, string region, long price, long? minimum = null, long? freeFrom = null, int? days = null) =>
        Tell(stall.Id, (Business business) => business.SetRate(
            new(RegionCode.Parse(region), new(price), minimum is { } least ? new Rupiah(least) : null, freeFrom is { } free ? new Rupiah(free) : null, days), _now));

    /// <summary>Says whether orders are taken for places without a price.</summary>
    public Task Ship(Stall stall, bool ships) =>
        Tell(stall.Id, (Business business) => ships ? business.OfferShipping("Titip speedboat", _now) : business.EndShipping(_now));

    public Task Employ(Id<Business> business, Id<Member> member, BusinessRole role) =>
        Tell(business, (Business known) => known.Appoint(member, role, _now));

    public Task Close(Stall stall) => Tell(stall.Id, (Business business) => business.Close(null, _now));

    /// <summary>Something that can be seen and bought.</summary>
    public async Task<Goods> Goods(Stall stall, string name = "Amplang Ikan Nila 250 g", long price = 25_000, int stock = 100)
    {
        var id = Id<Product>.New();
        var slug = Unique(name);
        await Agreed(_marketplace.BeginAsync(
            id, Product.Draft(id, stall.Id, name, slug, "perikanan/olahan-ikan", "bungkus", null, "", _now), Somebody, default));
        await Tell(id, (Product product) => product.SetPrice(new(price), _now));
        await Tell(id, (Product _) => Product.SetPhotos([new Photo(new string('a', 64), name)], _now));
        await Tell(id, (Product product) => product.Publish(_now));
        await Agreed(_marketplace.BeginAsync(Stock.Of(id), Stock.Open(id, _now), Somebody, default));
        if (stock > 0)
        {
            await Tell(Stock.Of(id), (Stock known) => known.Receive(stock, _now));
        }

        return new(id, stall, name, slug, price);
    }

    /// <summary>What a KIM tells of something on one of its stalls, and where it is read.</summary>
    public async Task<(Id<Story> Id, string Slug)> Story(Goods goods, string title = "Amplang dari tepi sungai", string people = "Dibuat tiga bersaudara.")
    {
        var (id, slug) = (Id<Story>.New(), Unique(title));
        await Agreed(_marketplace.BeginAsync(
            id, Domain.Stories.Story.Write(id, goods.Stall.Kim, title, slug, StoryBlock.Of(people, null, null, null), [goods.Stall.Id], [goods.Id], _now), Somebody, default));
        return (id, slug);
    }

    /// <summary>A potential of a KIM's village, waiting for an officer.</summary>
    public async Task<(Id<Potential> Id, string Slug)> Potential(Id<Group> kim, PotentialSheet? sheet = null, RegionCode? village = null)
    {
        var id = Id<Potential>.New();
        sheet ??= new(PotentialKind.Fishery, "Kerupuk ikan titian", "Dijemur di titian sepanjang desa.", [], [7, 8], null, null);
        var slug = Unique(sheet.Title);
        await Agreed(_marketplace.BeginAsync(id, Domain.Potentials.Potential.Propose(id, kim, village ?? Village, slug, sheet, _now), Somebody, default));
        return (id, slug);
    }

    /// <summary>An officer has looked at it.</summary>
    public Task Confirmed(Id<Potential> potential) => Tell(potential, (Potential known) => known.Confirm(Id<Office>.New(), _now));

    /// <summary>A market day of every day of the week, for which one may order until an hour before it opens.</summary>
    public async Task<Id<MarketDay>> MarketDay(Id<Group> kim, long shared = 12_000, RegionCode? village = null)
    {
        var id = Id<MarketDay>.New();
        await Agreed(_marketplace.BeginAsync(
            id, Domain.MarketDays.MarketDay.Open(
                id, kim, new(
                    "Balai Desa Sari Jaya", village ?? Village, Enum.GetValues<DayOfWeek>(), new(8, 0), new(11, 0), 0, new(7, 0), new(shared), "",
                    DateOnly.FromDateTime(_now.UtcDateTime).AddDays(-2), null), _now), Somebody, default));
        return id;
    }

    public Task Price(Goods goods, long price) => Tell(goods.Id, (Product product) => product.SetPrice(new(price), _now));

    public Task Withdraw(Goods goods) => Tell(goods.Id, (Product product) => product.Withdraw(_now));

    public Task Remove(Goods goods, int quantity) =>
        Tell(Stock.Of(goods.Id), (Stock stock) => stock.Remove(quantity, RemovalReason.SoldElsewhere, _now));

    /// <summary>Destroys a person's key, as an erasure does.</summary>
    public Task Erase(Guid subject) => _db.ExecuteAsync($"delete from vault.keys where subject = {subject}", default);

    public async Task<(int OnHand, int Reserved)> StockOf(Goods goods) => (await _db.QueryAsync(
        $"select on_hand, reserved from stock_levels where product_id = {goods.Id.Value}", row => (row.GetInt32(0), row.GetInt32(1)), default)).Single();

    private Task Deliver(Id<Business> stall, long? fee) => Tell(stall, (Business _) => Business.SetHandover(
        "Balai Sari Jaya", "Senin sampai Sabtu, 08.00–17.00", fee is { } amount ? new Rupiah(amount) : null, "Kec. Sanga Sanga", _now));

    private async Task<Id<Office>?> FindOffice(RegionCode region) =>
        await _db.QueryAsync($"select office_id from offices where region = {region.Value}", row => row.GetGuid(0), default) is [var id, ..] ? new Id<Office>(id) : null;

    private static string Unique(string name) => $"{Slug.From(name)}-{Guid.NewGuid().ToString("N")[..8]}";

    private static async Task Agreed(Task<Refusal?> answer) => Assert.Null(await answer);

    private Task Tell<T, TEvent>(Id<T> id, Func<T, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class => Agreed(_marketplace.TellAsync(id, decide, Somebody, default));

    private async Task Keep(Guid subject, params (string Field, string Value)[] fields)
    {
        var commit = new Commit(Somebody);
        foreach (var statement in Vault.Keep(subject, fields))
        {
            commit.Also(statement);
        }

        await market.GetRequiredService<EventStore>().CommitAsync(commit, default);
    }
}
