using Kim.Market.Domain.Enquiries;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Conduct;
using Kim.Market.Web.Features.Pulses;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Register;

/// <summary>Tells an officer the few things that are worth doing in their region this week, the most urgent first. Read from what happened.</summary>
public sealed class OfficeWeek(NpgsqlDataSource db, TimeProvider clock, Words words)
{
    /// <summary>A KIM that falls still so soon can be woken yet.</summary>
    private const int SlipsWithin = 21;

    /// <summary>A new decree takes its weeks.</summary>
    private const int DecreeEndsWithin = 60;

    /// <summary>So long goods may wait for their KIM before the office asks.</summary>
    private static readonly TimeSpan Backlog = TimeSpan.FromDays(3);

    private static readonly TimeSpan Tomorrow = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<WeekItem>> OfAsync(Asker asker, Guid office, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = DateFormat.DayIn(now, Zone.Wita);
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select count(*)::int as count, null as name, null as slug, null::timestamptz as since
            from ({Region(asker, office)}) o join orders x on {OrderWithin}
            where x.complaint in (2, 3)
            """);
        batch.Add(
            $"""
            select count(*)::int as count, (array_agg(r.name order by e.due_at))[1] as name, null as slug, min(e.due_at) as since
            from ({Region(asker, office)}) o join enquiries e on {EnquiryWithin} join app.regions r on r.code = e.village
            where e.status = {(short)EnquiryStatus.Waiting} and (e.at_office or e.due_at < {now + Tomorrow})
            """);
        batch.Add(
            $"""
            select coalesce(sum(waiting), 0)::int as count, (array_agg(name order by waiting desc, name))[1] as name, (array_agg(slug order by waiting desc, name))[1] as slug, min(since) as since
            from (
                select g.name, g.slug, count(*) as waiting, min(p.submitted_at) as since
                from ({Region(asker, office)}) o join groups g on {GroupWithin}
                join businesses b on b.group_id = g.group_id join products p on p.business_id = b.business_id
                where p.status = 3 and p.submitted_at < {now - Backlog} -- submitted, as its index says it
                group by g.group_id, g.name, g.slug) late
            """);
        batch.Add(
            $"""
            select count(*)::int as count, (array_agg(name order by still_at))[1] as name, (array_agg(slug order by still_at))[1] as slug, min(still_at) as since
            from (
                select g.name, g.slug, max(a.at) + make_interval(days => coalesce(rules.still_after, {GroupRules.Usual.StillAfter})) as still_at
                from ({Region(asker, office)}) o join groups g on {GroupWithin}
                {PulseBook.Rules}
                join group_acts a on a.group_id = g.group_id
                where g.status = {(short)GroupStatus.Active} and g.pulse = {(short)GroupPulse.Quiet}
                group by g.group_id, g.name, g.slug, rules.still_after) quiet
            where still_at < {now.AddDays(SlipsWithin)}
            """);
        batch.Add(
            $"""
            select count(*)::int as count, (array_agg(name order by until))[1] as name, (array_agg(slug order by until))[1] as slug, min(until)::timestamptz as since
            from (
                select g.name, g.slug, max(d.valid_until) as until
                from ({Region(asker, office)}) o join groups g on {GroupWithin}
                join decree_groups n on n.group_id = g.group_id join decrees d on d.decree_id = n.decree_id and not d.revoked
                where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
                group by g.group_id, g.name, g.slug
                having bool_and(d.valid_until is not null)) ending
            where until < {today.AddDays(DecreeEndsWithin)}
            """);
        batch.Add(SuspensionBook.Waiting(Region(asker, office)));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = new List<Due>();
        do
        {
            found.Add((await reader.RowsAsync<Due>(ct))[0]);
        }
        while (await reader.NextResultAsync(ct));

        return [.. Items([.. found], today)];
    }

    private IEnumerable<WeekItem> Items(Due[] due, DateOnly today)
    {
        var (complaints, enquiries, goods, quiet, decrees, appeals) = (due[0], due[1], due[2], due[3], due[4], due[5]);
        if (complaints.Count > 0)
        {
            yield return new(
                words["{0} keluhan menunggu jalan keluar", complaints.Count], words["Pembeli dan penjual belum sepakat; KIM atau dinas menengahi."], words["Buka keluhan"], "~/dinas/keluhan");
        }

        if (appeals.Count > 0)
        {
            yield return new(
                words["{0} pemilik lapak menunggu jawaban atas keberatannya", appeals.Count],
                words["Paling lama {0}, sejak {1}.", appeals.Name, DayOf(appeals)], words["Jawab keberatan"], "~/dinas/lapak");
        }

        if (enquiries.Count > 0)
        {
            yield return new(
                words["{0} pertanyaan kepada desa menunggu dinas atau hampir lewat waktunya", enquiries.Count],
                words["Paling dekat di {0}, batas jawabnya {1}.", enquiries.Name, DayOf(enquiries)], words["Lihat pertanyaan"], "~/dinas/pertanyaan");
        }

        if (goods.Count > 0)
        {
            yield return new(
                words["{0} produk menunggu kurasi lebih dari tiga hari", goods.Count],
                words["Paling banyak di {0}, paling lama sejak {1}.", goods.Name, DayOf(goods)], words["Buka KIM"], $"~/dinas/kim/{goods.Slug}");
        }

        if (quiet.Count > 0)
        {
            yield return new(
                words["{0} KIM sepi akan vakum dalam tiga minggu", quiet.Count],
                words["Paling dekat {0}, {1}. Satu kegiatan saja sudah membangunkannya.", quiet.Name, DayOf(quiet)], words["Buka KIM"], $"~/dinas/kim/{quiet.Slug}");
        }

        if (decrees.Count > 0)
        {
            yield return new(
                words["SK {0} KIM berakhir atau sudah berakhir", decrees.Count],
                DateFormat.DayIn(decrees.Since!.Value, Zone.Wita) < today
                    ? words["{0} sejak {1}. Siapkan SK yang baru.", decrees.Name, DayOf(decrees)]
                    : words["Paling dekat {0}, {1}. Siapkan SK yang baru.", decrees.Name, DayOf(decrees)],
                words["Buka KIM"], $"~/dinas/kim/{decrees.Slug}");
        }
    }

    private static string DayOf(Due due) => DateFormat.Full(due.Since!.Value, Zone.Wita);

    // The region of an office at which the asker works; nothing for anybody else.
    private static SqlPart Region(Asker asker, Guid office) => SqlPart.Of(
        $"""
        select region from offices
        where office_id = {office} and exists (
            select from memberships m where m.member_id = {asker.Scope} and m.desk = {Desk.Office} and m.scope = office_id
              and m.role in ({nameof(OfficeRole.Officer)}, {nameof(OfficeRole.Auditor)}))
        """);

    private static SqlPart OrderWithin => SqlPart.Of($"(x.village = o.region or x.village like o.region || '.%')");

    private static SqlPart EnquiryWithin => SqlPart.Of($"(e.village = o.region or e.village like o.region || '.%')");

    private static SqlPart GroupWithin => SqlPart.Of($"(g.seat = o.region or g.seat like o.region || '.%')");

    private sealed record Due(int Count, string? Name, string? Slug, DateTime? Since);
}
