using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>What a list shows of a product: one row, all its names already joined.</summary>
public sealed record ProductCardRow(
    Guid ProductId, string Slug, string Name, long Price, string Unit, int? Content, short? Measure, string? Photo, string? Alt,
    int Available, DateTime PublishedAt, string Business, string BusinessSlug, string Place);

/// <summary>Where a page of products ended; the next one starts behind it.</summary>
public sealed record ProductKey(DateTime PublishedAt, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static ProductKey? Read(string? text) =>
        Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(ProductCardRow product) => Cursor.Of(product.PublishedAt, product.ProductId);
}

/// <summary>How many products of a category lie on the stalls.</summary>
public sealed record CategoryCount(string Category, int Products);

/// <summary>Reads lists of published products: one indexed query a page, newest first, paged by key.</summary>
public sealed class ProductCards(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    private static readonly ProductKey Top = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>Every product, or those of a category: level one (<c>perikanan</c>) or two (<c>perikanan/ikan-laut</c>).</summary>
    public Task<List<ProductCardRow>> BrowseAsync(string category, ProductKey? after, CancellationToken ct) =>
        db.RowsAsync<ProductCardRow>(category.Length == 0 ? Newest(after ?? Top) : InCategory(category, after ?? Top), ct);

    /// <summary>Every category that has something, with how much.</summary>
    public Task<List<CategoryCount>> CountAsync(CancellationToken ct) => db.RowsAsync<CategoryCount>(
        $"""
        select p.category, count(*)::int as products
        from products p
        join businesses b on b.business_id = p.business_id and b.status = 1
        where p.status = 1
        group by p.category
        """, ct);

    /// <summary>The products of everybody a KIM curates.</summary>
    public Task<List<ProductCardRow>> OfGroupAsync(Guid group, ProductKey? after, CancellationToken ct)
    {
        var from = after ?? Top;
        return db.RowsAsync<ProductCardRow>(
            $"""
            select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
                   s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place
            from businesses b
            join products p on p.business_id = b.business_id
            join stock_levels s on s.product_id = p.product_id
            join app.regions r on r.code = b.village
            where b.group_id = {group} and b.status = 1 and p.status = 1
              and (p.published_at, p.product_id) < ({from.PublishedAt}, {from.ProductId})
            order by p.published_at desc, p.product_id desc
            limit {PageSize + 1}
            """, ct);
    }

    public Task<List<ProductCardRow>> OfBusinessAsync(Guid business, ProductKey? after, CancellationToken ct)
    {
        var from = after ?? Top;
        return db.RowsAsync<ProductCardRow>(
            $"""
            select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
                   s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place
            from products p
            join businesses b on b.business_id = p.business_id
            join stock_levels s on s.product_id = p.product_id
            join app.regions r on r.code = b.village
            where p.business_id = {business} and p.status = 1
              and (p.published_at, p.product_id) < ({from.PublishedAt}, {from.ProductId})
            order by p.published_at desc, p.product_id desc
            limit {PageSize + 1}
            """, ct);
    }

    /// <summary>
    /// The statement for the products made in a village, or anywhere inside a wider region, for pages that read them
    /// beside their own.
    /// </summary>
    public static Sql OfRegion(RegionCode region, ProductKey? after)
    {
        var from = after ?? Top;
        return $"""
            select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
                   s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place
            from businesses b
            join products p on p.business_id = b.business_id
            join stock_levels s on s.product_id = p.product_id
            join app.regions r on r.code = b.village
            where b.village ~>=~ {region.Value} and b.village ~<~ {region.Value + '/'} and b.status = 1 and p.status = 1
              and (p.published_at, p.product_id) < ({from.PublishedAt}, {from.ProductId})
            order by p.published_at desc, p.product_id desc
            limit {PageSize + 1}
            """;
    }

    private static Sql Newest(ProductKey from) =>
        $"""
        select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
               s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place
        from products p
        join businesses b on b.business_id = p.business_id and b.status = 1
        join stock_levels s on s.product_id = p.product_id
        join app.regions r on r.code = b.village
        where p.status = 1 and (p.published_at, p.product_id) < ({from.PublishedAt}, {from.ProductId})
        order by p.published_at desc, p.product_id desc
        limit {PageSize + 1}
        """;

    private static Sql InCategory(string category, ProductKey from) =>
        $"""
        select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
               s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place
        from products p
        join businesses b on b.business_id = p.business_id and b.status = 1
        join stock_levels s on s.product_id = p.product_id
        join app.regions r on r.code = b.village
        where p.status = 1 and p.section = {category.Split('/')[0]}
          and (not {category.Contains('/', StringComparison.Ordinal)} or p.category = {category})
          and (p.published_at, p.product_id) < ({from.PublishedAt}, {from.ProductId})
        order by p.published_at desc, p.product_id desc
        limit {PageSize + 1}
        """;
}
