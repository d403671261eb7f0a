using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Listings;

/// <summary>A shop the asker works for.</summary>
public sealed record Shop(Guid BusinessId, string Name, string Slug, string Group, bool Trusted);

/// <summary>A product on its seller's own list.</summary>
public sealed record ShelfRow(
    Guid ProductId, string Name, string Slug, string Unit, long? Price, string? Photo, short Status, int Available, string Business,
    int Preparing)
{
    public ProductStatus State => (ProductStatus)Status;
}

/// <summary>A product with all that its seller may see and change.</summary>
public sealed record OwnProduct(
    Guid ProductId, string Name, string Slug, string Category, string Unit, int? Content, short? Measure, string About, long? Price,
    string Prices, string Photos, string Fixes, short Status, DateTime? PublishedAt, int OnHand, int Reserved, Guid BusinessId,
    string Business, bool Trusted, string Group, string TimeZone, string Terms, string? Story, string PlainName, Guid? FamilyId, string Option)
{
    public ProductStatus State => (ProductStatus)Status;

    /// <summary>The terms on which it can be had.</summary>
    public Terms Had => JsonSerializer.Deserialize(Terms, ProductJson.Default.Terms)!;

    public Story Told => Story is null ? Domain.Products.Story.None : JsonSerializer.Deserialize(Story, ProductJson.Default.Story)!;

    public ProductFace Face => new(PlainName, Category, Unit, Content is { } amount && Measure is { } measure ? new(amount, (Measure)measure) : null, About);

    public IReadOnlyList<Photo> Shown => JsonSerializer.Deserialize(Photos, ProductJson.Default.PhotoArray)!;

    public IReadOnlyList<FixPoint> Wanted => JsonSerializer.Deserialize(Fixes, ProductJson.Default.FixPointArray)!;

    public IReadOnlyList<PriceStep> Steps => JsonSerializer.Deserialize(Prices, ProductJson.Default.PriceStepArray)!;
}

/// <summary>Reads the goods of the businesses the asker works for; every statement draws that line itself.</summary>
public sealed class SellerGoods(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    /// <summary>More goods than any stall has; a table beyond that is no longer read by people.</summary>
    private const int MostInTable = 5_000;

    private static readonly Guid Newest = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public async Task<(List<Shop> Shops, List<ShelfRow> Goods)> PageAsync(Asker asker, Guid? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Shops(asker));
        batch.Add(
            $"""
            select p.product_id, p.name, p.slug, p.unit, p.price, p.photo, p.status, s.on_hand - s.reserved as available,
                   b.name as business,
                   (select count(*) from app.photo_jobs j where j.product_id = p.product_id and j.refused is null)::int as preparing
            from (
                select page.product_id
                from (select distinct scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.OrderHelper)}) m
                cross join lateral (
                    select p.product_id from products p
                    where p.business_id = m.scope and p.status <> 5 and p.product_id < {after ?? Newest}
                    order by p.product_id desc
                    limit {PageSize + 1}) page
                order by page.product_id desc
                limit {PageSize + 1}) page
            join products p on p.product_id = page.product_id
            join stock_levels s on s.product_id = p.product_id
            join businesses b on b.business_id = p.business_id
            order by p.product_id desc
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var shops = await reader.RowsAsync<Shop>(ct);
        await reader.NextResultAsync(ct);
        return (shops, await reader.RowsAsync<ShelfRow>(ct));
    }

    public Task<List<Shop>> ShopsAsync(Asker asker, CancellationToken ct) => db.RowsAsync<Shop>(Shops(asker), ct);

    /// <summary>One product, if it is the asker's to change.</summary>
    public Task<OwnProduct?> FindAsync(Asker asker, Guid product, CancellationToken ct) =>
        db.RowAsync<OwnProduct>(Own(asker, $"p.product_id = {product}", 1), ct);

    /// <summary>The options of a product of the asker's, itself among them; empty where there are none.</summary>
    public Task<List<OwnProduct>> OptionsAsync(Asker asker, OwnProduct product, CancellationToken ct) => product.FamilyId is { } family
        ? db.RowsAsync<OwnProduct>(Own(asker, $"p.family_id = {family} and p.business_id = {product.BusinessId}", Product.MostOptions + 1), ct)
        : Task.FromResult<List<OwnProduct>>([]);

    /// <summary>Everything a shop of the asker's has on its list, as a table holds it.</summary>
    public Task<List<OwnProduct>> AllAsync(Asker asker, Guid shop, CancellationToken ct) =>
        db.RowsAsync<OwnProduct>(Own(asker, $"p.business_id = {shop}", MostInTable), ct);

    private static Sql Own(Asker asker, Sql which, int most) =>
        $"""
        select p.product_id, p.name, p.slug, p.category, p.unit, p.content, p.measure, p.about, p.price, p.prices::text,
               p.photos::text, p.fixes::text, p.status, p.published_at, s.on_hand, s.reserved, b.business_id, b.name as business,
               b.trusted, g.name as "group", r.time_zone, p.terms::text, p.story::text, p.plain_name, p.family_id,
               p.option
        from products p
        join stock_levels s on s.product_id = p.product_id
        join businesses b on b.business_id = p.business_id
        join groups g on g.group_id = b.group_id
        join app.regions r on r.code = b.village
        where {SqlPart.Of(which)} and p.status <> 5
          and p.business_id in (
              select scope from memberships where member_id = {asker.Scope} and desk = {Desk.Seller} and role <> {nameof(BusinessRole.OrderHelper)})
        order by p.product_id
        limit {most}
        """;

    private static Sql Shops(Asker asker) =>
        $"""
        select distinct b.business_id, b.name, b.slug, g.name as "group", b.trusted
        from memberships m
        join businesses b on b.business_id = m.scope
        join groups g on g.group_id = b.group_id
        where m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and m.role <> {nameof(BusinessRole.OrderHelper)}
        order by b.name, b.business_id
        limit 100
        """;
}
