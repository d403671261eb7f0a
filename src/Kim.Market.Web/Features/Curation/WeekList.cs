using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;
using Npgsql;

namespace Kim.Market.Web.Features.Curation;

/// <summary>Tells a KIM's board the few things that are worth doing this week, the most urgent first. Read from what happened, not from anybody's memory.</summary>
public sealed class WeekList(NpgsqlDataSource db, TimeProvider clock, Words words)
{
    private const int Most = 5;

    /// <summary>A stock nobody has touched for so long is hardly still true.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(30);

    /// <summary>So long a seller may take to mend something before the KIM asks.</summary>
    private static readonly TimeSpan Mending = TimeSpan.FromDays(3);

    private static readonly string[] Curators = [nameof(GroupRole.Chair), nameof(GroupRole.Curator)];

    public async Task<IReadOnlyList<WeekItem>> OfAsync(Asker asker, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select count(*)::int as count, min(o.answer_by) as since, (array_agg(b.name order by o.answer_by))[1] as name
            from businesses b join orders o on o.business_id = b.business_id
            where b.group_id in ({Desks(asker)}) and o.status in (0, 7)
            """);
        batch.Add(
            $"""
            select count(*) filter (where p.status = 3)::int as waiting,
                   min(p.submitted_at) filter (where p.status = 3) as waiting_since,
                   count(*) filter (where p.status = 4)::int as mending,
                   count(*) filter (where p.status = 0 and p.photo is null)::int as bare,
                   count(*) filter (where p.status = 1 and s.on_hand > s.reserved and s.tended_at < {now - Stale})::int as stale,
                   count(*) filter (where p.status = 1 and s.on_hand <= s.reserved and s.tended_at < {now - Mending})::int as empty
            from businesses b
            join products p on p.business_id = b.business_id
            join stock_levels s on s.product_id = p.product_id
            where b.group_id in ({Desks(asker)}) and b.status = 1
            """);
        batch.Add(
            $"""
            select count(*)::int as count, min(b.registered_at) as since, (array_agg(b.name order by b.registered_at))[1] as name,
                   (array_agg(b.slug order by b.registered_at))[1] as slug
            from businesses b
            where b.group_id in ({Desks(asker)}) and b.status = 0
            """);
        batch.Add(
            $"""
            select count(*)::int as count, min(c.valid_until)::timestamp as since, (array_agg(b.name order by c.valid_until))[1] as name
            from businesses b join certificates c on c.business_id = b.business_id
            where b.group_id in ({Desks(asker)}) and c.status = {(short)CertificateStatus.Verified}
              and c.valid_until between {DateOnly.FromDateTime(now.UtcDateTime)} and {DateOnly.FromDateTime(now.UtcDateTime).AddDays(Certificates.Certificates.Soon)}
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var orders = (await reader.RowsAsync<Unanswered>(ct))[0];
        await reader.NextResultAsync(ct);
        var goods = (await reader.RowsAsync<Goods>(ct))[0];
        await reader.NextResultAsync(ct);
        var shops = (await reader.RowsAsync<Newcomers>(ct))[0];
        await reader.NextResultAsync(ct);
        return [.. Items(orders, goods, shops, (await reader.RowsAsync<Unanswered>(ct))[0], now).Take(Most)];
    }

    private IEnumerable<WeekItem> Items(Unanswered orders, Goods goods, Newcomers shops, Unanswered ending, DateTimeOffset now)
    {
        if (orders.Count > 0)
        {
            yield return new(
                words["{0} pesanan belum dijawab penjual", orders.Count],
                words["Yang paling mendesak di {0}, batal sendiri dalam {1}.", orders.Name, orders.Since!.Value - now], null, null);
        }

        if (shops.Count > 0)
        {
            yield return new(
                words["{0} usaha menunggu persetujuan", shops.Count],
                words["{0} sejak {1}.", shops.Name, DateFormat.Full(shops.Since!.Value, Zone.Wita)], words["Lihat"], $"~/kelola/lapak/{shops.Slug}");
        }

        if (goods.Waiting > 0)
        {
            yield return new(
                words["{0} produk menunggu dilihat", goods.Waiting],
                words["Paling lama sejak {0}.", DateFormat.Full(goods.WaitingSince!.Value, Zone.Wita)], words["Periksa"], "~/kelola/kurasi");
        }

        if (ending.Count > 0)
        {
            yield return new(
                words["{0} sertifikat habis dalam 30 hari", ending.Count],
                words["Paling dekat {0}, {1}. Bantu mengurus yang baru.", ending.Name, DateOnly.FromDateTime(ending.Since!.Value)], null, null);
        }

        if (goods.Mending > 0)
        {
            yield return new(words["{0} produk menunggu perbaikan penjual", goods.Mending], words["Tanyakan apa yang menghambat."], null, null);
        }

        if (goods.Empty > 0)
        {
            yield return new(words["{0} produk habis", goods.Empty], words["Ingatkan penjual menulis stok begitu ada lagi."], null, null);
        }

        if (goods.Stale > 0)
        {
            yield return new(words["Stok {0} produk tidak disentuh 30 hari", goods.Stale], words["Minta penjual menghitung ulang."], null, null);
        }

        if (goods.Bare > 0)
        {
            yield return new(words["{0} draf belum berfoto", goods.Bare], words["Tawarkan memotret bersama."], null, null);
        }
    }

    private static SqlPart Desks(Asker asker) => SqlPart.Of(
        $"""
        select scope from memberships
        where member_id = {asker.Scope} and desk = {Desk.Group} and role = any({Curators})
        """);

    private sealed record Unanswered(int Count, DateTime? Since, string? Name);

    private sealed record Newcomers(int Count, DateTime? Since, string? Name, string? Slug);

    private sealed record Goods(int Waiting, DateTime? WaitingSince, int Mending, int Bare, int Stale, int Empty);
}
