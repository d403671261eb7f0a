using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Attended = (Kim.Market.Domain.Coachings.AttendanceRecorded Born, int People, bool Struck);
using Event = (string What, System.Guid Of, System.DateTimeOffset At, long Value);
using Group = (Kim.Market.Domain.Groups.GroupProposed Born, bool Stands, bool Rests, bool Hidden, Kim.Market.Domain.Groups.GroupPulse Pulse, Kim.Market.Domain.Groups.GroupProfile? Says);
using Listed = (System.Guid Shop, string Section, bool Shown);
using Said = (Kim.Market.Domain.OutsideSales.OutsideSaleStated Born, long Total);

namespace Kim.Market.Web.Tests.Ledger;

/// <summary>Counts every figure a second time: plainly, from all events up to a day, with none of the ledger's code.</summary>
internal sealed class LedgerOracle(string region, string? theme, string? section, DateTimeOffset from, DateTimeOffset until, bool asKnown)
{
    private readonly Dictionary<Guid, Group> _groups = [];
    private readonly Dictionary<Guid, (BusinessRegistered Born, bool Open)> _shops = [];
    private readonly Dictionary<Guid, Listed> _goods = [];
    private readonly Dictionary<Guid, (CertificateStated Said, bool Holds)> _papers = [];
    private readonly Dictionary<Guid, OrderPlaced> _orders = [];
    private readonly Dictionary<Guid, List<(string Section, long Value)>> _parts = [];
    private readonly Dictionary<Guid, (RegionCode Place, Guid? Group, DateTimeOffset Due)> _asked = [];
    private readonly Dictionary<Guid, Attended> _came = [];
    private readonly Dictionary<Guid, Said> _said = [];
    private readonly HashSet<Guid> _answered = [];
    private readonly List<Event> _happened = [];
    private readonly Dictionary<Guid, Event> _struck = [];

    public LedgerOracle Fold(IEnumerable<Recorded> events)
    {
        events.Where(Counts).ToList().ForEach(e => Take(e.Stream, e.Data));
        return this;
    }

    // What an office takes out never counted, whenever it says so; seen with the eyes of that day, it counts until then.
    private bool Counts(Recorded e) => e.Data is OrderStruck or OrderCountedAgain or AttendanceStruck or AttendanceCountedAgain or AttendanceRecounted or OutsideSaleRestated or OutsideSaleWithdrawn or OutsideSaleRefused
        ? !asKnown || e.Timestamp < until
        : (asKnown ? e.Timestamp : (DateTimeOffset)e.Data.GetType().GetProperty("At")!.GetValue(e.Data)!) < until;

    public long this[string figure] => figure switch
    {
        "kim-aktif" => Groups().Count(g => !g.Rests && g.Pulse == GroupPulse.Active),
        "kim-sepi" => Groups().Count(g => !g.Rests && g.Pulse == GroupPulse.Quiet),
        "kim-vakum" => Groups().Count(g => g.Rests || g.Pulse == GroupPulse.Still),
        "desa-ber-kim" => Groups().Select(g => g.Born.Seat.Value).Where(seat => seat.Length == 13).Distinct().Count(),
        "kecamatan-ber-kim" => Groups().Select(g => g.Born.Seat.Value[..8]).Distinct().Count(),
        "anggota-perempuan" => Groups().Sum(g => g.Says?.Women ?? 0),
        "anggota-laki-laki" => Groups().Sum(g => g.Says?.Men ?? 0),
        "umkm-aktif" => Shown().Select(goods => goods.Shop).Distinct().Count(),
        "produk-tayang" => Shown().Count(),
        "umkm-ber-nib" => Papers(CertificateKind.Nib),
        "umkm-ber-pirt" => Papers(CertificateKind.PIrt),
        "umkm-bersertifikat-halal" => Papers(CertificateKind.Halal),
        "nilai" => Orders("selesai").Sum(e => section is null ? e.Value : _parts[e.Of].Where(part => part.Section == section).Sum(part => part.Value)),
        "pesanan-selesai" => Orders("selesai").Count(),
        "dari-pembeli-kembali" => Orders("selesai").Count(e => _orders[e.Of].Returning == true),
        "dengan-tujuan" => Orders("selesai").Count(e => _orders[e.Of].From is not null),
        "ke-luar-kabupaten" => Orders("selesai").Count(e => _orders[e.Of].From is BuyerDistance.Province or BuyerDistance.Beyond),
        "waktu-jawab" => Orders("jawab").Select(e => e.Value).Order().ToList() is { Count: > 0 } all ? all[(all.Count - 1) / 2] : 0,
        "pertanyaan" or "dijawab-tepat-waktu" or "pembinaan-terlaksana" => _happened.Count(e => e.What == figure && e.At >= from && Is(_asked[e.Of].Place, _asked[e.Of].Group)),
        "orang-dibina" => WhoCame().Sum(one => one.People),
        "kim-dibina" => WhoCame().Select(one => one.Born.Group).Distinct().Count(),
        "penjualan-luar" => WhatWasSaid().Sum(one => one.Total),
        "umkm-penjualan-luar" => WhatWasSaid().Select(one => one.Born.Business).Distinct().Count(),
        _ => Orders(figure).Count(),
    };

    private IEnumerable<Group> Groups() => _groups.Values.Where(g => g.Stands && !g.Hidden && Is(g.Born.Seat, g.Born.Group.Value));

    private IEnumerable<Listed> Shown(bool all = false) => _goods.Values.Where(g => g.Shown && _shops[g.Shop].Open && Is(_shops[g.Shop].Born.Village, _shops[g.Shop].Born.Curator.Value) && (all || section is null || g.Section == section));

    private long Papers(CertificateKind kind) => _papers.Values
        .Where(paper => paper.Holds && paper.Said.Kind == kind && (paper.Said.ValidUntil is not { } last || new DateTimeOffset(last.AddDays(1).ToDateTime(default), TimeSpan.FromHours(8)) >= until))
        .Select(paper => paper.Said.Business.Value).Intersect(Shown(all: true).Select(goods => goods.Shop)).Count();

    private IEnumerable<Event> Orders(string what) => _happened.Where(e => e.What == what && e.At >= from && Is(_orders[e.Of].SellerVillage, _orders[e.Of].Curator.Value) && (section is null || _parts[e.Of].Exists(part => part.Section == section)));

    private IEnumerable<Attended> WhoCame() => _came.Values.Where(one => !one.Struck && one.Born.At >= from
        && Is(one.Born.Business is { } shop ? _shops[shop.Value].Born.Village : _groups[one.Born.Group.Value].Born.Seat, one.Born.Group.Value));

    private IEnumerable<Said> WhatWasSaid() => _said.Values.Where(one => one.Total > 0 && one.Born.At >= from && Is(_shops[one.Born.Business.Value].Born.Village, _shops[one.Born.Business.Value].Born.Curator.Value));

    private bool Is(RegionCode place, Guid? group) =>
        RegionCode.Parse(region).Contains(place) && (theme is null || (group is { } of && _groups[of].Born.Themes.Contains(theme)));

    private void Take(Guid id, object happened)
    {
        switch (happened)
        {
            case GroupProposed e: _groups[id] = (e, false, false, false, GroupPulse.Active, null); break;
            case GroupActivated: _groups[id] = _groups[id] with { Stands = true, Rests = false }; break;
            case GroupDeclaredDormant or GroupReactivated: _groups[id] = _groups[id] with { Rests = happened is GroupDeclaredDormant }; break;
            case GroupSuspended or GroupDissolved or GroupSuspensionLifted: _groups[id] = _groups[id] with { Hidden = happened is not GroupSuspensionLifted }; break;
            case GroupPulseChanged e: _groups[id] = _groups[id] with { Pulse = e.Pulse }; break;
            case GroupDescribed e: _groups[id] = _groups[id] with { Says = e.Profile }; break;
            case BusinessRegistered e: _shops[id] = (e, false); break;
            case BusinessApproved or BusinessReopened or BusinessClosed or BusinessSuspended or BusinessSuspensionLifted:
                _shops[id] = _shops[id] with { Open = happened is BusinessApproved or BusinessReopened or BusinessSuspensionLifted { Opens: true } }; break;
            case ProductDrafted e: _goods[id] = (e.Seller.Value, e.Category.Split('/')[0], false); break;
            case ProductDescribed e: _goods[id] = _goods[id] with { Section = e.Category.Split('/')[0] }; break;
            case ProductPublished or ProductWithdrawn: _goods[id] = _goods[id] with { Shown = happened is ProductPublished }; break;
            case CertificateStated e: _papers[id] = (e, false); break;
            case CertificateVerified or CertificateRevoked or CertificateWithdrawn: _papers[id] = _papers[id] with { Holds = happened is CertificateVerified }; break;
            case CoachingPlanned or CoachingMoved: _asked[id] = (((happened as CoachingPlanned)?.Plan ?? ((CoachingMoved)happened).Plan).Village, null, default); break;
            case CoachingHeld e: _happened.Add(("pembinaan-terlaksana", id, e.At, 0)); break;
            case AttendanceRecorded e: _came[id] = (e, e.People, false); break;
            case AttendanceRecounted e when _came.ContainsKey(id): _came[id] = _came[id] with { People = e.People }; break;
            case AttendanceStruck or AttendanceCountedAgain when _came.ContainsKey(id): _came[id] = _came[id] with { Struck = happened is AttendanceStruck }; break;
            case OutsideSaleStated e: _said[id] = (e, e.Total.Amount); break;
            case OutsideSaleEvent e when _said.ContainsKey(id): _said[id] = _said[id] with { Total = (e as OutsideSaleRestated)?.Total.Amount ?? 0 }; break;
            case EnquiryMade e: _asked[id] = (e.Village, e.Group?.Value, e.Due); _happened.Add(("pertanyaan", id, e.At, 0)); break;
            case EnquiryAnswered e when _answered.Add(id) && e.At <= _asked[id].Due: _happened.Add(("dijawab-tepat-waktu", id, e.At, 0)); break;
            case OrderPlaced e: _orders[id] = e; _parts[id] = [.. e.Lines.Select(line => (_goods[line.Product.Value].Section, line.Total.Amount))]; _happened.Add(("pesanan-masuk", id, e.At, e.Lines.Sum(line => line.Total.Amount))); break;
            case OrderAccepted or DeliveryQuoted: Answer(id, (happened as OrderAccepted)?.At ?? ((DeliveryQuoted)happened).At); break;
            case OrderRejected e: Answer(id, e.At); _happened.Add(("ditolak", id, e.At, 0)); break;
            case OrderCancelled e: _happened.Add(("dibatalkan", id, e.At, 0)); break;
            case OrderExpired e: _happened.Add((_answered.Contains(id) ? "dibatalkan" : "tidak-dijawab", id, e.At, 0)); break;
            case ComplaintMade e: _happened.Add(("keluhan", id, e.At, 0)); break;
            case OrderCompleted e when e.At < until: _happened.Add(("selesai", id, e.At, _orders[id].Lines.Sum(line => line.Total.Amount))); break;
            case OrderStruck: _struck[id] = _happened.Find(e => e.What == "selesai" && e.Of == id); _happened.RemoveAll(e => e.What == "selesai" && e.Of == id); break;
            case OrderCountedAgain when _struck[id].What is not null: _happened.Add(_struck[id]); break;
        }
    }

    private void Answer(Guid id, DateTimeOffset at) => _happened.AddRange(_answered.Add(id) ? [("jawab", id, at, (long)Math.Ceiling((at - _orders[id].At).TotalMinutes))] : []);
}
