using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Curation;

/// <summary>A product that waits for its KIM.</summary>
public sealed record Waiting(
    Guid ProductId, string Name, string Category, string Unit, int? Content, short? Measure, string About, long Price, string Photos,
    string Fixes, DateTime SubmittedAt, Guid BusinessId, string Business, bool Trusted, string TimeZone, string Badges, string? Story)
{
    /// <summary>What is proven of it today.</summary>
    public IEnumerable<CertificateKind> Proven => Badges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<CertificateKind>);

    public Story? Told => Story is null ? null : JsonSerializer.Deserialize(Story, ProductJson.Default.Story);

    public IReadOnlyList<Photo> Shown => JsonSerializer.Deserialize(Photos, ProductJson.Default.PhotoArray)!;

    /// <summary>What the KIM asked for the last time; empty at the first look.</summary>
    public IReadOnlyList<FixPoint> Wanted => JsonSerializer.Deserialize(Fixes, ProductJson.Default.FixPointArray)!;

    public ProductFace Face => new(Name, Category, Unit, Holds, About);

    public Content? Holds => Content is { } amount && Measure is { } measure ? new(amount, (Measure)measure) : null;
}

/// <summary>A product, and the KIM that decides about it.</summary>
public sealed record Curated(Guid ProductId, Guid GroupId);

/// <summary>Where a page of the queue ended; the next one starts behind it.</summary>
public sealed record WaitingKey(DateTime SubmittedAt, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the queue then begins at its top.</summary>
    public static WaitingKey? Read(string? text) => Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(Waiting product) => Cursor.Of(product.SubmittedAt, product.ProductId);
}

/// <summary>A seller of the KIM, and whether the KIM lets it show goods without a look.</summary>
public sealed record CuratedSeller(Guid BusinessId, string Name, string Slug, bool Trusted, int Products);

/// <summary>What a curator has before them: whose desk it is, how many wait, the first of them.</summary>
public sealed record CurationPage(IReadOnlyList<string> Groups, int Count, IReadOnlyList<Waiting> Products);

/// <summary>Reads what waits for the KIMs the asker curates for; every statement draws that line itself.</summary>
public sealed class CurationQueue(NpgsqlDataSource db, TimeProvider clock)
{
    public const int PageSize = 12;
    public const int SellersPageSize = 50;

    private static readonly WaitingKey Oldest = new(DateTime.UnixEpoch, Guid.Empty);
    private static readonly string[] Curators = [nameof(GroupRole.Chair), nameof(GroupRole.Curator)];

    public async Task<CurationPage> PageAsync(Asker asker, WaitingKey? after, CancellationToken ct)
    {
        var from = after ?? Oldest;
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select g.name from groups g
            where g.group_id in ({Desks(asker)})
            order by g.name limit 20
            """);
        batch.Add(
            $"""
            select count(*)::int from businesses b join products p on p.business_id = b.business_id
            where b.group_id in ({Desks(asker)}) and p.status = 3
            """);
        batch.Add(
            $"""
            select p.product_id, p.name, p.category, p.unit, p.content, p.measure, p.about, p.price, p.photos::text, p.fixes::text,
                   p.submitted_at, b.business_id, b.name as business, b.trusted, r.time_zone,
                   coalesce((
                       select string_agg(distinct c.kind::text, ' ')
                       from certificates c
                       join businesses cb on cb.business_id = c.business_id
                       join app.regions cr on cr.code = cb.village
                       where c.business_id = p.business_id and (cardinality(c.products) = 0 or p.product_id = any(c.products))
                         and {Certificates.Badges.Holds(clock.GetUtcNow())}), '') as badges,
                   p.story::text
            from (
                select page.product_id
                from businesses b
                cross join lateral (
                    select p.product_id, p.submitted_at from products p
                    where p.business_id = b.business_id and p.status = 3
                      and (p.submitted_at, p.product_id) > ({from.SubmittedAt}, {from.ProductId})
                    order by p.submitted_at, p.product_id
                    limit {PageSize + 1}) page
                where b.group_id in ({Desks(asker)})
                order by page.submitted_at, page.product_id
                limit {PageSize + 1}) page
            join products p on p.product_id = page.product_id
            join businesses b on b.business_id = p.business_id
            join app.regions r on r.code = b.village
            order by p.submitted_at, p.product_id
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var groups = await reader.RowsAsync<string>(ct);
        await reader.NextResultAsync(ct);
        var count = (await reader.RowsAsync<int>(ct))[0];
        await reader.NextResultAsync(ct);
        return new(groups, count, await reader.RowsAsync<Waiting>(ct));
    }

    /// <summary>Which of these the asker may decide about.</summary>
    public Task<List<Curated>> OwnAsync(Asker asker, IReadOnlyCollection<Guid> products, CancellationToken ct) => db.RowsAsync<Curated>(
        $"""
        select p.product_id, b.group_id from products p join businesses b on b.business_id = p.business_id
        where p.product_id = any({products.Distinct().ToArray()}) and b.group_id in ({Desks(asker)})
        """, ct);

    /// <summary>The sellers of these KIMs, by name; one more than a page holds.</summary>
    public Task<List<CuratedSeller>> SellersAsync(Asker asker, string afterName, Guid afterId, CancellationToken ct) => db.RowsAsync<CuratedSeller>(
        $"""
        select b.business_id, b.name, b.slug, b.trusted,
               (select count(*) from products p where p.business_id = b.business_id and p.status = 1)::int as products
        from businesses b
        where b.group_id in ({Desks(asker)}) and (b.name, b.business_id) > ({afterName}, {afterId})
        order by b.name, b.business_id
        limit {SellersPageSize + 1}
        """, ct);

    /// <summary>One seller, if the asker may decide about it.</summary>
    public Task<CuratedSeller?> SellerAsync(Asker asker, Id<Domain.Businesses.Business> business, CancellationToken ct) => db.RowAsync<CuratedSeller>(
        $"""
        select b.business_id, b.name, b.slug, b.trusted, 0 as products
        from businesses b where b.business_id = {business.Value} and b.group_id in ({Desks(asker)})
        """, ct);

    public async Task<bool> IsCuratorAsync(Asker asker, CancellationToken ct) =>
        (await db.RowsAsync<Guid>($"select scope from ({Desks(asker)}) d limit 1", ct)).Count > 0;

    private static SqlPart Desks(Asker asker) => SqlPart.Of(
        $"""
        select scope from memberships
        where member_id = {asker.Scope} and desk = {Desk.Group} and role = any({Curators})
        """);
}
