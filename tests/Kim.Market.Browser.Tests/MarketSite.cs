using System.Security.Cryptography;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Tests;
using Kim.Market.Web.Tests.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;

[assembly: AssemblyFixture(typeof(Kim.Market.Browser.Tests.MarketSite))]

namespace Kim.Market.Browser.Tests;

/// <summary>The real program on a real port with a small market in it, and a real Chromium to look at it.</summary>
public sealed partial class MarketSite : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kim-browser-").FullName;
    private readonly Id<Office> _office = Id<Office>.New();
    private TestDatabase _database = null!;
    private WebApplication _app = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _chromium = null!;

    public string Address { get; private set; } = "";

    /// <summary>What stands for Stripe.</summary>
    public FakeStripe Stripe { get; private set; } = null!;

    /// <summary>Two goods of two stalls of one KIM, so that one cart makes two orders.</summary>
    public Goods Amplang { get; private set; } = null!;

    public Goods Sambal { get; private set; } = null!;

    /// <summary>Of a stall that brings goods at a price for each place.</summary>
    public Goods Bread { get; private set; } = null!;

    public Goods Resting { get; private set; } = null!;

    /// <summary>What has a season, on the stall that brings goods; one for each who walks the way of a harvest.</summary>
    public IReadOnlyList<Goods> Fruit { get; private set; } = [];

    /// <summary>Where what a KIM tells of the amplang is read.</summary>
    public string Story { get; private set; } = "";

    /// <summary>Where what the village has, is read: with figures, the way there, and what it looks for.</summary>
    public string Potential { get; private set; } = "";

    public (string Phone, string Password) Seller { get; private set; }

    /// <summary>Owns the stall that brings goods at a price for each place.</summary>
    public (string Phone, string Password) Baker { get; private set; }

    /// <summary>Decides what of the KIM's sellers may be seen.</summary>
    public (string Phone, string Password) Curator { get; private set; }

    /// <summary>Two officers of the region, who have no second step yet.</summary>
    public IReadOnlyList<(string Phone, string Password)> Officers { get; private set; } = [];

    /// <summary>Somebody with a hat for every desk.</summary>
    public (string Phone, string Password) Everything { get; private set; }

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync(_folder);
        Stripe = await FakeStripe.StartAsync();
        var port = Ports.Free();
        _app = Application.Build(
            [$"--PublicUrl=http://127.0.0.1:{port}", $"--Kim:BaseHost={BaseHost}", $"--Kim:Resolver={World.Resolver}", $"--ConnectionStrings:Kim={_database.ConnectionString}", $"--Kim:Data={_folder}", $"--urls=http://127.0.0.1:{port}", "--Logging:LogLevel:Default=Warning",
                "--Kim:SignInsPerMinute=600", "--Kim:WritesPerMinute=600", "--Push:Contact=mailto:operator@pasar.example", "--Stripe:Enabled=true", "--Stripe:TestKeys=true", $"--Stripe:ApiBase={Stripe.Address}", $"--Stripe:CheckoutOrigin={Stripe.Address}"],
            _ => { });
        await StockAsync();
        await _app.StartAsync();
        Address = _app.Urls.First();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            ChromiumSandbox = false,
            Args =
            [
                "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--disable-dev-shm-usage",
            ],
        });
    }

    /// <summary>A person with a device of their own, who was never here.</summary>
    public async Task<Visitor> VisitorAsync(int width, bool scripts = true) => new(this, await _chromium.NewContextAsync(new()
    {
        ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
        JavaScriptEnabled = scripts,
        BaseURL = Address,
        Locale = "id-ID",
        ReducedMotion = ReducedMotion.Reduce,
    }), scripts);

    /// <summary>A KIM with a stall for each of these names, for a journey of its own: what it leaves behind, no other journey meets.</summary>
    public Task<Fair> FairAsync(params string[] stalls) => FairAsync(Cast.Village, stalls);

    /// <summary>The same in a village of its own.</summary>
    public async Task<Fair> FairAsync(RegionCode village, params string[] stalls)
    {
        var cast = new Cast(_app.Services);
        var kim = await cast.Kim("KIM Pekan Contoh", village);
        var (goods, sellers) = (new List<Goods>(), new List<(string, string)>());
        foreach (var name in stalls)
        {
            var stall = await cast.Stall(name, kim, village: village);
            goods.Add(await cast.Goods(stall, $"Bekal {name}", 10_000 * (goods.Count + 2), 20));
            sellers.Add(await AccountAsync(Fair.Phone(), "Penjual Pekan", member => cast.Employ(stall.Id, member, BusinessRole.Owner)));
        }

        await PhotographAsync([.. goods]);
        return new(kim, goods, sellers, await AccountAsync(Fair.Phone(), "Kurator Pekan", member => cast.Appoint(kim, member, GroupRole.Curator)));
    }

    /// <summary>Where a letter to somebody leads who asked for news by e-mail.</summary>
    public async Task<string> LetterAsync()
    {
        var (subscriptions, owner) = (_app.Services.GetRequiredService<Subscriptions>(), Guid.NewGuid());
        await subscriptions.AddMailboxAsync(owner, isMember: true, "seseorang@contoh.example", CancellationToken.None);
        return $"/surat/{await subscriptions.TokenAsync(Assert.Single(await subscriptions.OfAsync(owner, CancellationToken.None)).Id, CancellationToken.None)}";
    }

    /// <summary>Opens a market day of a KIM, at which everything is brought for one price.</summary>
    public async Task OpenMarketDayAsync(Fair fair, long shared) => await new Cast(_app.Services).MarketDay(fair.Kim, shared);

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Stripe.DisposeAsync();
        World.Dispose();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<string> PotentialAsync(Cast cast, Id<Group> kim)
    {
        var figure = new Figure("Panen nila", 3.4m, "ton/bulan", 2025, "Timbangan kelompok", null);
        var (id, slug) = await cast.Potential(kim, new(
            PotentialKind.Tourism, "Kolam pancing di tepi kampung", "Kolam rakyat yang dibuka untuk tamu pada akhir pekan.",
            [figure, figure with { Name = "Kolam aktif", Unit = "kolam", Amount = 54, Year = 2020 }], [6, 7, 8],
            new(AttractionKind.Culinary, "Di tepi jalan poros, 20 menit dari kota.", new Rupiah(10_000), "Toilet, saung", "2 rumah warga", "4G", "08.00–17.00 WITA", new(-0.66123m, 117.27456m)),
            new("Saung yang lebih luas.", new Rupiah(40_000_000), new Rupiah(60_000_000), "Tanah kas desa, 300 m²", Readiness.LandReady)));
        await cast.Confirmed(id);
        await cast.Potential(kim); // and one that an officer has not looked at yet
        return slug;
    }

    private async Task StockAsync()
    {
        var cast = new Cast(_app.Services);
        var kim = await cast.Kim("KIM Tepian Contoh");
        var kitchen = await cast.Stall("Dapur Nila Contoh", kim);
        Amplang = await cast.Goods(kitchen, "Amplang Ikan Nila 250 g", 25_000, 40);
        Sambal = await cast.Goods(await cast.Stall("Sambal Tepi Contoh", kim, fee: null), "Sambal Raja 150 g", 30_000, 3);
        await cast.Goods(kitchen, "Kerupuk Kulit Nila 100 g", 18_000, 0);
        var bakery = await cast.Stall("Roti Antar Contoh", kim, fee: 15_000);
        Bread = await cast.Goods(bakery, "Roti Gembong Contoh", 12_000, 60);
        await cast.Rate(bakery, "64.02.15", 5_000, minimum: 20_000, freeFrom: 100_000, days: 1);
        await cast.Rate(bakery, "64.72", 25_000, days: 2);
        Fruit = [await FruitAsync(cast, bakery, "Durian Contoh"), await FruitAsync(cast, bakery, "Langsat Contoh")];
        var resting = await cast.Kim("KIM Beristirahat Contoh");
        Resting = await cast.Goods(await cast.Stall("Anyaman Contoh", resting), "Keranjang Rotan", 185_000, 5);
        await cast.Rest(resting);
        (_, Story) = await cast.Story(Amplang);
        Potential = await PotentialAsync(cast, kim);
        await cast.Entry("Kios Tepi Contoh");
        await cast.Entry("Warung Bu Contoh");
        await PhotographAsync([Amplang, Sambal, Bread, Resting, .. Fruit]);
        await CertifyAsync(kitchen);
        Seller = await AccountAsync("0812-0000-7777", "Penjual Contoh", member => cast.Employ(kitchen.Id, member, BusinessRole.Owner));
        Baker = await AccountAsync("0812-0000-7779", "Tukang Roti Contoh", member => cast.Employ(bakery.Id, member, BusinessRole.Owner));
        Curator = await AccountAsync("0812-0000-8888", "Kurator Contoh", member => cast.Appoint(kim, member, GroupRole.Curator));
        Everything = await EverythingAsync(cast, kitchen);
        Officers =
        [
            await OfficerAsync("0812-0000-8901"),
            await OfficerAsync("0812-0000-8902"),
        ];
    }

    private async Task<Goods> FruitAsync(Cast cast, Stall stall, string name)
    {
        var fruit = await cast.Goods(stall, name, 60_000, 0);
        await _app.Services.GetRequiredService<Marketplace>().TellAsync(
            fruit.Id, (Product known) => known.SetTerms(new(Supply.Seasonal, null, new(new(12, 1), new(2, 28)), 1, HalalStatement.NotStated), DateTimeOffset.UtcNow),
            new Metadata(), CancellationToken.None);
        return fruit;
    }

    private async Task PhotographAsync(params Goods[] goods)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "seeds", "pictures", "amplang-toples.webp"));
        var picture = await _app.Services.GetRequiredService<Web.Pictures.Pictures>().KeepAsync(file, CancellationToken.None);
        foreach (var shown in goods)
        {
            await _app.Services.GetRequiredService<Marketplace>().TellAsync(
                shown.Id, (Product _) => Product.SetPhotos([new Photo(picture.Hash, $"{shown.Name} dari {shown.Stall.Name}")], DateTimeOffset.UnixEpoch),
                new Metadata(), CancellationToken.None);
        }
    }

    /// <summary>A badge, something only said, and something that waits for the office.</summary>
    private async Task CertifyAsync(Stall stall)
    {
        var desk = _app.Services.GetRequiredService<CertificateDesk>();
        var (owner, now) = (new Asker(stall.Owner), DateTimeOffset.UtcNow);
        var paper = new Paper(Paper.Pdf, [.. "%PDF-1.7"u8]);
        foreach (var (kind, number, issuer) in new[]
        {
            (CertificateKind.Halal, "ID64110000123456789", "BPJPH"), (CertificateKind.PIrt, "2026402010123-28", "Dinas Kesehatan Contoh"),
        })
        {
            Assert.Null(await desk.StateAsync(
                stall.Id, new(Guid.CreateVersion7(), kind, number, issuer, DateOnly.FromDateTime(now.UtcDateTime).AddDays(20), [], paper), owner, default));
        }

        await using var command = _app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select certificate_id from read.certificates where kind = 3");
        var halal = (Guid)(await command.ExecuteScalarAsync())!;
        Assert.Null(await desk.TellAsync(new(halal), (known, at) => known.Verify(Id<Office>.New(), at), owner, default));
    }

    private async Task<(string Phone, string Password)> AccountAsync(string phone, string name, Func<Id<Member>, Task> appoint)
    {
        var (member, password) = await AccountAsync(phone, name);
        await appoint(member);
        return (phone, password);
    }

    private async Task<(string Phone, string Password)> OfficerAsync(string phone) => await AccountAsync(phone, "Petugas Contoh", async member =>
        await _app.Services.GetRequiredService<Marketplace>().TellAsync(
            _office, (Office known) => known.Appoint(member, OfficeRole.Officer, DateTimeOffset.UnixEpoch), new Metadata(), CancellationToken.None));

    private async Task<(string Phone, string Password)> EverythingAsync(Cast cast, Stall stall)
    {
        var market = _app.Services.GetRequiredService<Marketplace>();
        var (member, password) = await AccountAsync("0812-0000-7778", "Ibu Serba Bisa");
        var (by, office, now) = (new Metadata(), _office, DateTimeOffset.UnixEpoch);
        await cast.Employ(stall.Id, member, BusinessRole.Staff);
        await market.TellAsync(stall.Kim, (Group known) => known.Appoint(member, GroupRole.Chair, now), by, CancellationToken.None);
        await market.BeginAsync(office, Office.Open(office, Cast.Village.Regency, now), by, CancellationToken.None);
        await market.TellAsync(office, (Office known) => known.Appoint(member, OfficeRole.Officer, now), by, CancellationToken.None);
        await market.TellAsync(Installation.Id, (Installation known) => Installation.Appoint(known, member, now), by, CancellationToken.None);
        return ("0812-0000-7778", password);
    }

    private async Task<(Id<Member> Member, string Password)> AccountAsync(string phone, string name)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var password = RandomNumberGenerator.GetHexString(16);
        var account = new Account { UserName = WhatsAppNumber.Parse(phone).International, Name = name };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, password)).Succeeded);
        return (new(account.Id), password);
    }
}
