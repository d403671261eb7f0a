using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Microsoft.Extensions.DependencyInjection;

namespace Kim.Market.Web.Tests.Ledger;

/// <summary>
/// Fourteen months of a kabupaten, each event recorded when it happened: KIM that fall asleep and wake, stalls that close, goods that come and
/// go, papers that end, orders with every ending; and forty orders that an office takes out of the results months later.
/// </summary>
public sealed class LedgerMarket : IAsyncLifetime
{
    public const int Strikes = 40;

    private static readonly string[] Villages = ["64.02.15.1004", "64.02.15.1002", "64.02.06.1006", "64.02.18.2007", "64.02.18.2001", "64.08.04.2001"];
    private static readonly string[] Categories = ["makanan-olahan/amplang", "perikanan/olahan-ikan", "kerajinan/anyaman"];

    private readonly Random _random = new(20261123);
    private readonly List<(DateTimeOffset At, Func<Metadata, Task> Do)> _plan = [];

    public MarketApp App { get; } = new();

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<Recorded> Events { get; private set; } = [];

    public Id<Member> Officer { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        Now = App.Clock.GetUtcNow();
        Officer = await new Cast(App.Services).Officer("64.02");
        List<(Id<Group> Kim, Id<Business> Shop, RegionCode Village, List<Id<Product>> Goods)> stalls = [];
        foreach (var (i, village) in Villages.Concat(Villages[..2]).Index())
        {
            var kim = Group(i, RegionCode.Parse(village));
            for (var stall = 0; stall < 2; stall++)
            {
                stalls.Add((kim, Id<Business>.New(), RegionCode.Parse(village), []));
                Shop(stalls[^1].Shop, kim, stalls[^1].Village, stalls[^1].Goods);
            }

            Ask(kim, RegionCode.Parse(village));
        }

        for (var coaching = 0; coaching < 6; coaching++)
        {
            Coach(130 + (coaching * 45), [.. stalls.Where(stall => stall.Village.Regency.Value == "64.02")]);
        }

        foreach (var (i, stall) in stalls.Index())
        {
            SellElsewhere(i, stall.Shop);
        }

        for (var order = 0; order < 220; order++)
        {
            var stall = stalls[_random.Next(stalls.Count)];
            Order(stall.Kim, stall.Shop, stall.Village, stall.Goods, isStruck: order < Strikes, isCountedAgain: order < 8);
        }

        foreach (var (at, what) in _plan.OrderBy(step => step.At))
        {
            await what(new Metadata(At: at));
        }

        await new Bazaar(App).Settle();
        Events = await App.Services.GetRequiredService<EventStore>().ReadAllAsync(0, long.MaxValue, of: null, 100_000, default);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private Id<Group> Group(int number, RegionCode seat)
    {
        var (id, day) = (Id<Group>.New(), number * 5);
        string[] themes = number % 2 == 0 ? ["kuliner"] : ["kerajinan", "wisata"];
        Begin(day, id, at => Domain.Groups.Group.Propose(id, $"KIM Buku {Cast.Mark()}", $"kim-buku-{Cast.Mark()}", seat, GroupBasis.Territorial, themes, "", at));
        Tell(day + 1, id, (Group group, DateTimeOffset at) => group.Verify(at));
        Tell(day + 2, id, (Group group, DateTimeOffset at) => group.Activate(at));
        Tell(day + 40, id, (Group group, DateTimeOffset at) => group.Describe(new([], null, null, null, 3 + number, number, [], null), at));
        Tell(day + 200, id, (Group group, DateTimeOffset at) => group.Describe(new([], null, null, null, 5 + number, 0, [], null), at));
        Tell(day + 60, id, (Group group, DateTimeOffset at) => group.Feel(GroupPulse.Quiet, at.AddDays(-31), at));
        Tell(day + 90, id, (Group group, DateTimeOffset at) => group.Feel(number % 3 == 0 ? GroupPulse.Still : GroupPulse.Active, at.AddDays(-1), at));
        if (number % 2 == 0)
        {
            Tell(day + 130, id, (Group group, DateTimeOffset at) => group.Feel(GroupPulse.Quiet, at.AddDays(-31), at));
            Tell(day + 340, id, (Group group, DateTimeOffset at) => group.Feel(GroupPulse.Active, at.AddDays(-1), at));
        }

        if (number % 4 == 1)
        {
            Tell(day + 150, id, (Group group, DateTimeOffset at) => group.DeclareDormant(DormancyReason.NoBudget, at));
            Tell(day + 250, id, (Group group, DateTimeOffset at) => group.Wake("", at));
        }

        if (number == 3)
        {
            Tell(day + 120, id, (Group group, DateTimeOffset at) => group.Suspend(SuspensionReason.RuleBroken, "Diperiksa dulu.", new string('a', 64), at));
            Tell(day + 300, id, (Group group, DateTimeOffset at) => group.LiftSuspension("Sudah beres.", at));
        }

        return id;
    }

    private void Shop(Id<Business> id, Id<Group> kim, RegionCode village, List<Id<Product>> goods)
    {
        var day = 46 + _random.Next(30);
        Begin(day, id, at => Business.Register(id, kim, "Dapur Buku", $"dapur-{Cast.Mark()}", BusinessKind.Individual, village, "", at));
        Tell(day + 1, id, (Business _, DateTimeOffset at) => Business.SetHandover("Balai Desa", "08.00–16.00", new Rupiah(10_000), "satu kecamatan", at));
        Tell(day + 1, id, (Business shop, DateTimeOffset at) => shop.Approve(at));
        for (var i = 0; i < 3; i++)
        {
            Offer(day + 3 + (i * 20), id, goods, Categories[i]);
        }

        var closed = day + 100 + _random.Next(150);
        Tell(closed, id, (Business shop, DateTimeOffset at) => shop.Close(null, at));
        Tell(closed + 30, id, (Business shop, DateTimeOffset at) => shop.Reopen(at));
        foreach (var (kind, number) in new[] { (CertificateKind.Nib, "1234567890123"), (CertificateKind.Halal, $"ID6411000{_random.Next(10_000_000, 99_999_999)}"), (CertificateKind.PIrt, "2066402010001-31") })
        {
            Paper(day + 30 + _random.Next(60), id, kind, number);
        }
    }

    private void Offer(int day, Id<Business> shop, List<Id<Product>> goods, string category)
    {
        var id = Id<Product>.New();
        goods.Add(id);
        Begin(day, id, at => Product.Draft(id, shop, "Barang Buku", $"barang-{Cast.Mark()}", category, "bungkus", null, "", at));
        Tell(day, id, (Product product, DateTimeOffset at) => product.SetPrice(new(20_000), at));
        Tell(day, id, (Product _, DateTimeOffset at) => Product.SetPhotos([new Photo(new string('b', 64), "Barang")], at));
        Tell(day + 1, id, (Product product, DateTimeOffset at) => product.Publish(at));
        if (_random.Next(2) == 0)
        {
            Tell(day + 90, id, (Product product, DateTimeOffset at) => product.Describe(product.Face with { Category = "oleh-oleh/paket" }, at));
        }

        if (_random.Next(3) == 0)
        {
            Tell(day + 160, id, (Product product, DateTimeOffset at) => product.Withdraw(at));
        }
    }

    private void Paper(int day, Id<Business> shop, CertificateKind kind, string number)
    {
        var id = Id<Certificate>.New();
        var last = kind != CertificateKind.Nib ? DateOnly.FromDateTime(Now.UtcDateTime).AddDays(-_random.Next(-100, 200)) : (DateOnly?)null;
        Begin(day, id, at => Certificate.State(id, shop, kind, number, "BPJPH", last, [], at));
        Tell(day + 1, id, (Certificate paper, DateTimeOffset at) => paper.KeepPaper(Guid.NewGuid(), at));
        Tell(day + 2, id, (Certificate paper, DateTimeOffset at) => paper.Verify(Id<Office>.New(), at));
        if (_random.Next(3) == 0)
        {
            Tell(day + 100, id, (Certificate paper, DateTimeOffset at) => paper.Revoke(Id<Office>.New(), "Tidak cocok lagi.", at));
        }
    }

    private void Ask(Id<Group> kim, RegionCode village)
    {
        for (var i = 0; i < 3; i++)
        {
            var (id, day) = (Id<Enquiry>.New(), 100 + _random.Next(250));
            Begin(day, id, at => Enquiry.Make(id, Id<Buyer>.New(), EnquiryKind.Visit, village, kim, null, null, Guid.NewGuid(), false, new WorkingDays(new HashSet<DateOnly>(), TimeSpan.FromHours(8)), at));
            Tell(day + 1 + (i * 6), id, (Enquiry enquiry, DateTimeOffset at) => enquiry.Answer(Guid.NewGuid(), null, at));
        }
    }

    // Each third attendance is put right afterwards: struck, struck and counted again, counted anew, or written down only later.
    private void Coach(double day, IReadOnlyList<(Id<Group> Kim, Id<Business> Shop, RegionCode Village, List<Id<Product>> Goods)> stalls)
    {
        var (id, held) = (Id<Coaching>.New(), Here(Day(day + 5)));
        var on = DateOnly.FromDateTime(held.DateTime);
        var plan = new CoachingPlan(
            "Bimtek Buku", CoachingKind.Training, CoachingStrand.Business, ["Foto"], on, on, TimeOnly.MinValue, TimeOnly.MaxValue, "Balai", stalls[_random.Next(stalls.Count)].Village, null, "", IsOpen: true);
        Begin(day, id, at => Domain.Coachings.Coaching.Schedule(id, Id<Office>.New(), RegionCode.Parse("64.02"), plan, Here(at)));
        Tell(day + 6, id, (Coaching known, DateTimeOffset at) => known.Hold(Here(at)));
        var there = Domain.Coachings.Coaching.Evolve(null, new CoachingPlanned(id, Id<Office>.New(), RegionCode.Parse("64.02"), plan, held));
        var came = new HashSet<Id<Attendance>>();
        foreach (var (i, stall) in stalls.Index())
        {
            var shop = i % 2 == 0 ? stall.Shop : (Id<Business>?)null;
            var attendance = Attendance.Of(id, shop?.Value ?? stall.Kim.Value);
            if (!came.Add(attendance))
            {
                continue;
            }

            Begin(i % 7 == 3 ? day + 25 : day + 5, attendance, at => Attendance.Count(null, there, stall.Kim, shop, 1 + (i % 4), null, null, "Daftar menyusul", Here(at)));
            if (i % 3 == 0)
            {
                Tell(day + 40, attendance, (Attendance known, DateTimeOffset at) => i % 2 == 0 ? known.Strike("Tertukar", at) : Attendance.Count(known, there, stall.Kim, shop, 9, null, null, "Salah hitung", Here(at)));
            }

            if (i % 6 == 0)
            {
                Tell(day + 60, attendance, (Attendance known, DateTimeOffset at) => known.CountAgain("Ternyata hadir", at));
            }
        }
    }

    // Of a month that is over; some are put right, taken back or refused afterwards, and some stated once more.
    private void SellElsewhere(int i, Id<Business> shop)
    {
        var (day, way) = (150 + (i * 17 % 200), (OutsideWay)(i % 6));
        var said = Here(Day(day));
        var month = new DateOnly(said.Year, said.Month, 1).AddMonths(-(i % 3));
        var id = OutsideSale.Of(shop, month, way);
        Begin(day, id, at => OutsideSale.State(null, shop, month, way, new(100_000 * (i + 1)), Guid.NewGuid(), "", Here(at)));
        for (var turn = 0; turn < i % 4; turn++)
        {
            var (again, late) = (new Rupiah(70_000 * (i + turn + 2)), day + 20 + (turn * 15));
            Tell(late, id, (OutsideSale known, DateTimeOffset at) => ((i + turn) % 3) switch
            {
                0 => known.Withdraw("Salah bulan", Here(at)),
                1 => known.Refuse(Id<Office>.New(), "Buktinya tidak terbaca", Here(at)),
                _ => OutsideSale.State(known, shop, month, way, again, Guid.NewGuid(), "Nota lain ditemukan", Here(at)),
            });
        }
    }

    private static DateTimeOffset Here(DateTimeOffset at) => at.ToOffset(TimeSpan.FromHours(8));

    private void Order(Id<Group> kim, Id<Business> shop, RegionCode village, List<Id<Product>> goods, bool isStruck, bool isCountedAgain)
    {
        var (id, day) = (Id<Order>.New(), 130 + _random.Next(isStruck ? 120 : 280));
        OrderLine[] lines = [.. goods.Take(1 + _random.Next(3)).Select(product => new OrderLine(product, "Barang Buku", "bungkus", 1 + _random.Next(4), new(5_000 * (1 + _random.Next(9)))))];
        var from = _random.Next(3) == 0 ? (BuyerDistance?)null : (BuyerDistance)_random.Next(5);
        var traits = new BuyerTraits(from, _random.Next(4) == 0);
        Begin(day, id, at => Domain.Orders.Order.Place(
            id, OrderNumber.Of(id, at), Id<Checkout>.New(), Id<Buyer>.New(), shop, kim, village, lines, from is null ? Handover.Pickup : Handover.Delivery,
            from is null ? null : new Rupiah(9_000), at, traits: traits));
        switch (isStruck ? 9 : _random.Next(10))
        {
            case 0: Tell(day + 1.5, id, (Order order, DateTimeOffset at) => order.Expire(at)); return;
            case 1: Tell(day + 0.3, id, (Order order, DateTimeOffset at) => order.Reject(RejectionReason.OutOfStock, at)); return;
            case 2: Tell(day + 0.2, id, (Order order, DateTimeOffset at) => order.Cancel(at)); return;
        }

        Tell(day + 0.01 + (_random.NextDouble() * 0.6), id, (Order order, DateTimeOffset at) => order.Accept(at));
        Tell(day + 1, id, (Order order, DateTimeOffset at) => order.MakeReady(at));
        Tell(day + 2, id, (Order order, DateTimeOffset at) => order.HandOver(at));
        if (_random.Next(8) == 0)
        {
            Tell(day + 3, id, (Order order, DateTimeOffset at) => order.Complain(Guid.NewGuid(), ComplaintKind.Damaged, [], at));
        }

        if (isStruck)
        {
            var later = day + 20 + _random.Next(100);
            Tell(later, id, (Order order, DateTimeOffset at) => order.Strike(Id<Office>.New(), StrikeReason.Trial, "Pesanan percobaan.", at));
            if (isCountedAgain)
            {
                Tell(later + 30, id, (Order order, DateTimeOffset at) => order.CountAgain(Id<Office>.New(), "Ternyata sungguhan.", at));
            }
        }
    }

    // What is planned later on the same day happens later.
    private DateTimeOffset Day(double day) => Now.AddDays(day - 425).AddSeconds(_plan.Count);

    private void Begin<T, TEvent>(double day, Id<T> id, Func<DateTimeOffset, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        var at = Day(day);
        _plan.Add((at, async by => Assert.Null(await App.Marketplace.BeginAsync(id, decide(at), by, default))));
    }

    private void Tell<T, TEvent>(double day, Id<T> id, Func<T, DateTimeOffset, Decision<TEvent>> decide)
        where T : class, IAggregate<T, TEvent>
        where TEvent : class
    {
        var at = Day(day);
        _plan.Add((at, async by => Assert.Null(await App.Marketplace.TellAsync(id, (T known) => decide(known, at), by, default))));
    }
}
