using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Coachings;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Demo;

/// <summary>Plans what the demo's office did for its KIM, and what it is about to do.</summary>
public sealed class DemoCoachings(CoachingDesk desk, AttendanceDesk attendances)
{
    private const int DaysAgo = 130;
    private const int DaysAhead = 10;

    public async Task MakeAsync(DemoMarket market, DemoSupply supply, Id<Office> office, RegionCode region, DemoCalendar calendar, CancellationToken ct)
    {
        var groups = market.Groups.Where(group => region.Contains(RegionCode.Parse(group.Seat))).ToList();
        var seat = RegionCode.Parse(groups[0].Seat);
        Id<Group>[] invited = [.. groups.Select(group => supply.Groups[group.Key])];

        var held = calendar.Now.AddDays(-DaysAgo);
        var first = await PlanAsync(
            "Bimtek foto dan keterangan produk", CoachingKind.Training, CoachingStrand.Business, ["Cahaya jendela dan latar", "Menulis keterangan yang dicari pembeli", "Harga dan ongkir"],
            seat, held, office, region, held.AddDays(-14), ct);
        await AgreedAsync(desk.InviteAsync(first, invited, Asker.Visitor, ct, held.AddDays(-13)));
        foreach (var (at, group) in invited.Index())
        {
            await AgreedAsync(desk.AnswerAsync(first, group.Value, at % 4 == 3 ? 0 : 1 + (at % 3), Asker.Visitor, ct, held.AddDays(-9)));
        }

        await AgreedAsync(desk.TellAsync(first, (known, now) => known.GiveMaterials("Ringkasan: foto di dekat jendela, satu barang satu foto, tulis ukurannya.", now), Asker.Visitor, ct, held));
        foreach (var (at, shop) in market.Businesses.Where(shop => region.Contains(RegionCode.Parse(shop.Village))).Index().Where(shop => shop.Index % 2 == 0))
        {
            var (kim, business) = (supply.Groups[shop.Kim].Value, supply.Businesses[shop.Key].Value);
            await AgreedAsync(attendances.CountAsync(first, new(business, kim, business, shop.Name), new(1 + (at % 2), null, null, ""), Asker.Visitor, ct, held));
        }

        await AgreedAsync(desk.TellAsync(first, (known, now) => known.Hold(now), Asker.Visitor, ct, held.AddDays(1)));

        var next = await PlanAsync(
            "Temu pengurus KIM", CoachingKind.Meeting, CoachingStrand.Institution, ["Mencatat kegiatan", "Menjawab pertanyaan tepat waktu"],
            seat, calendar.Now.AddDays(DaysAhead), office, region, calendar.Now.AddDays(-2), ct);
        await AgreedAsync(desk.InviteAsync(next, invited, Asker.Visitor, ct, calendar.Now.AddDays(-1)));
    }

    private async Task<Guid> PlanAsync(
        string title, CoachingKind kind, CoachingStrand strand, string[] topics, RegionCode seat, DateTimeOffset when, Id<Office> office, RegionCode region, DateTimeOffset at,
        CancellationToken ct)
    {
        var (id, day) = (Id<Coaching>.New(), DateFormat.DayIn(when, CoachingWords.ZoneOf(seat)));
        await AgreedAsync(desk.PlanAsync(
            id, office, region, new(title, kind, strand, topics, day, day, new(9, 0), new(15, 0), "Balai pertemuan dinas", seat, 60, "Bidang informasi publik", IsOpen: true), Asker.Visitor, ct, at));
        return id.Value;
    }

    private static async Task AgreedAsync(Task<Refusal?> answer)
    {
        if (await answer is { } refusal)
        {
            throw new InvalidOperationException($"A coaching of the demo was refused: {refusal.Code}.");
        }
    }
}
