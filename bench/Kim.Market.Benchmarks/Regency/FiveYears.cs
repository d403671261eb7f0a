using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.EventSourcing;

namespace Kim.Market.Benchmarks.Regency;

/// <summary>
/// Five years of a kabupaten with a thousand KIM: groups that fall asleep and wake, 20,000 UMKM, 50,000 products, a hundred thousand orders
/// with every ending, papers, questions, and orders that the office strikes months later. The same each time.
/// </summary>
internal sealed class FiveYears
{
    private const int Days = 5 * 365;

    private static readonly string[] Categories =
        ["makanan-olahan/amplang", "hasil-hutan/madu-hutan", "perikanan/ikan-laut", "minuman/sirup", "kerajinan/anyaman", "pertanian/buah", "perkebunan/kopi"];

    private static readonly string[][] Themes = [["kuliner"], ["kerajinan", "wisata"], ["pertanian"], ["kuliner", "perikanan"]];

    private static readonly WorkingDays Working = new(new HashSet<DateOnly>(), TimeSpan.FromHours(8));

    private readonly Random _random = new(64_02);
    private readonly List<(Id<Group> Kim, RegionCode Village, int From)> _groups = [];
    private readonly List<Shop> _shops = [];
    private readonly IReadOnlyList<RegionCode> _villages;
    private readonly Timetable _time;
    private readonly DateTimeOffset _first;
    private readonly int _share;

    /// <param name="share">One of how many of everything: 1 for the whole kabupaten.</param>
    public FiveYears(EventStore store, IReadOnlyList<RegionCode> villages, DateTimeOffset now, int share)
    {
        (_villages, _time, _first, _share, Now) = (villages, new(store), now.AddDays(-Days), share, now);
    }

    public Id<Office> Office { get; } = Id<Office>.New();

    public Id<Member> Officer { get; } = Id<Member>.New();

    public DateTimeOffset Now { get; }

    /// <returns>How many events there are.</returns>
    public async Task<long> PassAsync()
    {
        _time.Plan(_first, at =>
        {
            _time.Begin(Office, Domain.Offices.Office.Open(Office, RegionCode.Parse("64.02"), at));
            _time.Tell(Office, (Domain.Offices.Office office) => office.Appoint(Officer, OfficeRole.Officer, at));
        });
        for (var n = 0; n < 1_000 / _share; n++)
        {
            Found(n);
        }

        for (var n = 0; n < 20_000 / _share; n++)
        {
            Register(n);
        }

        for (var n = 0; n < 50_000 / _share; n++)
        {
            Offer(n, _shops[n < _shops.Count ? n : _random.Next(_shops.Count)]);
        }

        for (var n = 0; n < 112_000 / _share; n++)
        {
            Sell();
        }

        await _time.RunAsync(Now);
        return _time.Stored;
    }

    private DateTimeOffset On(double day) => _first.AddDays(day).AddMinutes(_random.Next(8 * 60, 20 * 60));

    private void Found(int n)
    {
        var (id, village, day) = (Id<Group>.New(), _villages[n % _villages.Count], _random.Next(500));
        _groups.Add((id, village, day));
        _time.Plan(On(day), at =>
        {
            _time.Begin(id, Group.Propose(id, $"KIM Uji {n}", $"kim-uji-{n}", village, GroupBasis.Community, Themes[n % 4], "", at));
            _time.Tell(id, (Group group) => group.Verify(at));
            _time.Tell(id, (Group group) => group.Activate(at));
            _time.Tell(id, (Group group) => group.Describe(new([], null, null, null, 2 + (n % 9), 3 + (n % 7), [], null), at));
        });
        var pulse = GroupPulse.Active;
        for (var later = day + 60 + _random.Next(200); later < Days; later += 30 + _random.Next(300))
        {
            pulse = pulse switch { GroupPulse.Active => GroupPulse.Quiet, GroupPulse.Quiet when _random.Next(2) == 0 => GroupPulse.Still, _ => GroupPulse.Active };
            var felt = pulse;
            _time.Plan(On(later), at => _time.Tell(id, (Group group) => group.Feel(felt, at.AddDays(-31), at)));
        }

        for (var enquiry = 0; enquiry < 3; enquiry++)
        {
            var asked = Id<Enquiry>.New();
            var when = day + 5 + _random.Next(Days - day);
            _time.Plan(On(when), at => _time.Begin(
                asked, Enquiry.Make(asked, Id<Buyer>.New(), EnquiryKind.Visit, village, id, null, null, Guid.NewGuid(), false, Working, at)));
            _time.Plan(On(when + 1 + _random.Next(6)), at => _time.Tell(asked, (Enquiry known) => known.Answer(Guid.NewGuid(), null, at)));
        }
    }

    private void Register(int n)
    {
        var (kim, village, from) = _groups[n % _groups.Count];
        var shop = new Shop(Id<Business>.New(), kim, village, from + 2 + _random.Next(Days - from - 120), []);
        _shops.Add(shop);
        _time.Plan(On(shop.Day), at =>
        {
            _time.Begin(shop.Id, Business.Register(shop.Id, kim, $"Dapur Uji {n}", $"dapur-uji-{n}", BusinessKind.Individual, village, "", at));
            _time.Tell(shop.Id, (Business _) => Business.SetHandover("Balai desa", "08.00–16.00", new Rupiah(12_000), "satu kabupaten", at));
            _time.Tell(shop.Id, (Business known) => known.Approve(at));
        });
        if (n % 3 == 0)
        {
            Paper(shop, CertificateKind.Nib, $"91{n:00000000000}");
        }

        if (n % 8 == 0)
        {
            Paper(shop, CertificateKind.Halal, $"ID64110{n:00000000}");
        }

        if (n % 40 == 7)
        {
            var closes = shop.Day + 60 + _random.Next(400);
            _time.Plan(On(closes), at => _time.Tell(shop.Id, (Business known) => known.Close(null, at)));
            _time.Plan(On(closes + 40), at => _time.Tell(shop.Id, (Business known) => known.Reopen(at)));
        }
    }

    private void Paper(Shop shop, CertificateKind kind, string number)
    {
        var id = Id<Certificate>.New();
        _time.Plan(On(shop.Day + 20 + _random.Next(200)), at =>
        {
            var last = kind == CertificateKind.Nib ? (DateOnly?)null : DateOnly.FromDateTime(at.UtcDateTime).AddDays(400 + _random.Next(900));
            _time.Begin(id, Certificate.State(id, shop.Id, kind, number, "Penerbit", last, [], at));
            _time.Tell(id, (Certificate paper) => paper.KeepPaper(Guid.NewGuid(), at));
            _time.Tell(id, (Certificate paper) => paper.Verify(Office, at));
        });
    }

    private void Offer(int n, Shop shop)
    {
        var (id, price) = (Id<Product>.New(), new Rupiah(10_000 + (n % 90 * 1_000)));
        var day = shop.Day + 1 + _random.Next(100);
        _time.Plan(On(day), at =>
        {
            _time.Begin(id, Product.Draft(id, shop.Id, $"Barang Uji {n}", $"barang-{n}", Categories[n % 7], "bungkus", null, "", at));
            _time.Tell(id, (Product product) => product.SetPrice(price, at));
            _time.Tell(id, (Product _) => Product.SetPhotos([new Photo(new string('a', 64), "Barang")], at));
            _time.Tell(id, (Product product) => product.Publish(at));
            _time.Begin(Stock.Of(id), Stock.Open(id, at));
            _time.Tell(Stock.Of(id), (Stock stock) => stock.Receive(90_000, at));
            shop.Goods.Add((id, price, n));
        });
        if (n % 15 == 3)
        {
            _time.Plan(On(day + 200 + _random.Next(600)), at => _time.Tell(id, (Product product) => product.Withdraw(at)));
        }
    }

    // More are sold year by year, and a few stalls sell most of it.
    private void Sell() => _time.Plan(On(30 + (Math.Sqrt(_random.NextDouble()) * (Days - 31))), at =>
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var shop = _shops[(int)(Math.Pow(_random.NextDouble(), 3) * _shops.Count)];
            if (shop.Goods.Count > 0)
            {
                Sell(shop, at);
                return;
            }
        }
    });

    private void Sell(Shop shop, DateTimeOffset at)
    {
        var (id, far) = (Id<Order>.New(), _random.Next(3));
        var (product, price, n) = shop.Goods[_random.Next(shop.Goods.Count)];
        OrderLine[] lines = [new(product, $"Barang Uji {n}", "bungkus", 1 + _random.Next(4), price)];
        _time.Begin(id, Order.Place(
            id, OrderNumber.Of(id, at), Id<Checkout>.New(), Id<Buyer>.New(), shop.Id, shop.Kim, shop.Village, lines, far == 0 ? Handover.Pickup : Handover.Delivery,
            far == 0 ? null : new Rupiah(9_000), at, traits: new(far == 0 ? null : (BuyerDistance)_random.Next(5), _random.Next(4) == 0)));
        _time.Tell(Stock.Of(product), (Stock stock) => stock.Reserve(id, lines[0].Quantity, at));
        switch (_random.Next(12))
        {
            case 0: End(id, product, at.AddHours(24), (order, when) => order.Expire(when)); return;
            case 1: End(id, product, at.AddHours(2), (order, when) => order.Reject(RejectionReason.OutOfStock, when)); return;
            case 2: End(id, product, at.AddHours(1), (order, when) => order.Cancel(when)); return;
        }

        var strikes = _random.Next(400) == 0;
        _time.Plan(at.AddMinutes(5 + _random.Next(600)), when => _time.Tell(id, (Order order) => order.Accept(when)));
        _time.Plan(at.AddHours(20), when => _time.Tell(id, (Order order) => order.MakeReady(when)));
        _time.Plan(at.AddHours(30 + _random.Next(40)), when =>
        {
            _time.Tell(id, (Order order) => order.HandOver(when));
            _time.Tell(Stock.Of(product), (Stock stock) => stock.Issue(id, when));
            if (strikes)
            {
                _time.Plan(when.AddDays(10 + _random.Next(90)), late => _time.Tell(id, (Order order) => order.Strike(Office, StrikeReason.Trial, "Pesanan percobaan.", late)));
            }
            else
            {
                _time.Forget(id);
            }
        });
    }

    private void End(Id<Order> id, Id<Product> product, DateTimeOffset at, Func<Order, DateTimeOffset, Decision<OrderEvent>> how) => _time.Plan(at, when =>
    {
        _time.Tell(id, (Order order) => how(order, when));
        _time.Tell(Stock.Of(product), (Stock stock) => stock.Release(id, when));
        _time.Forget(id);
    });

    private sealed record Shop(Id<Business> Id, Id<Group> Kim, RegionCode Village, int Day, List<(Id<Product> Id, Rupiah Price, int Number)> Goods);
}
