using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Contests;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A contest of stories that the demo's office has decided, and one that takes entries.</summary>
public sealed class DemoContests(ContestDesk desk, NpgsqlDataSource db)
{
    private const int Entries = 6;

    private static readonly ContestCriterion[] Criteria = [new("Isi cerita", 50), new("Foto", 30), new("Manfaat bagi desa", 20)];

    public async Task MakeAsync(Id<Office> office, RegionCode region, Asker judge, DemoCalendar calendar, CancellationToken ct)
    {
        var today = DateFormat.DayIn(calendar.Now, Zone.Wita);
        var stories = await db.RowsAsync<Told>(
            $"""
            select distinct on (s.group_id) s.group_id, s.title, s.slug
            from stories s join groups g on g.group_id = s.group_id
            where s.shown and g.seat like {region.Value + ".%"}
            order by s.group_id, s.written_at
            """, ct);
        var (decided, days) = (Id<Contest>.New(), new { Open = today.AddDays(-90), Close = today.AddDays(-50) });
        await AgreedAsync(desk.AnnounceAsync(
            decided, office, new("Cerita dari hulu 2026", "Satu cerita yang sudah terbit tentang satu pembuat. Hadiahnya peralatan foto produk.", Criteria, days.Open, days.Close, 3),
            Asker.Visitor, ct, calendar.Now.AddDays(-100)));
        foreach (var story in stories.Take(Entries))
        {
            await EnterAsync(decided, story, calendar.Now.AddDays(-60), ct);
        }

        foreach (var (at, story) in stories.Take(Entries).Index())
        {
            await AgreedAsync(desk.ScoreAsync(decided.Value, story.GroupId, [70 + (at * 7 % 25), 65 + (at * 11 % 30), 60 + (at * 13 % 35)], judge, ct, calendar.Now.AddDays(-45)));
        }

        await AgreedAsync(desk.TellAsync(decided.Value, (known, day, now) => known.Decide(day, now), Asker.Visitor, ct, calendar.Now.AddDays(-44)));

        var open = Id<Contest>.New();
        await AgreedAsync(desk.AnnounceAsync(
            open, office, new("Halaman desa terlengkap", "Halaman desa yang membuat orang luar ingin datang. Dinilai dari halaman umumnya.", Criteria, today.AddDays(-7), today.AddDays(30), 3),
            Asker.Visitor, ct, calendar.Now.AddDays(-10)));
        foreach (var story in stories.Skip(1).Take(2))
        {
            await EnterAsync(open, story, calendar.Now.AddDays(-3), ct);
        }
    }

    private Task EnterAsync(Id<Contest> contest, Told story, DateTimeOffset at, CancellationToken ct) => AgreedAsync(desk.EnterAsync(
        contest.Value, story.GroupId, story.Title, "Ditulis KIM dari kunjungan ke dapurnya.", $"/cerita/{story.Slug}", Asker.Visitor, ct, at));

    private static async Task AgreedAsync(Task<Refusal?> answer)
    {
        if (await answer is { } refusal)
        {
            throw new InvalidOperationException($"A contest of the demo was refused: {refusal.Code}.");
        }
    }

    private sealed record Told(Guid GroupId, string Title, string Slug);
}
