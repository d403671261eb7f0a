using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>What a list shows of a product: one row, all its names already joined.</summary>
public sealed record ProductCardRow(
    Guid ProductId, string Slug, string Name, long Price, long? Was, string Unit, int? Content, short? Measure, string? Photo, string? Alt,
    int Available, DateTime ListedAt, DateOnly? ReturnsOn, string Business, string BusinessSlug, string Place);

/// <summary>Where a page of products ended; the next one starts behind it.</summary>
public sealed record ProductKey(DateTime ListedAt, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static ProductKey? Read(string? text) =>
        Cursor.TryRead(text, out DateTime at, out var id) ? new(at, id) : null;

    public static string After(ProductCardRow product) => Cursor.Of(product.ListedAt, product.ProductId);
}

/// <summary>How many products of a category lie on the stalls.</summary>
public sealed record ShelfCount(string Category, int Products);

/// <summary>Reads lists of published products: newest first, those out of season behind them, paged by key.</summary>
public sealed class ProductCards(NpgsqlDataSource db)
{
    public const int PageSize = 24;

    /// <summary>Further back than anything is that only waits for its season.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromDays(200 * 366);

    private static readonly ProductKey Top = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>What a card shows, of <c>p</c>roduct, <c>s</c>tock, <c>b</c>usiness and <c>r</c>egion.</summary>
    public static SqlPart Columns => ColumnsListed(TimeSpan.Zero);

    private static SqlPart ColumnsListed(TimeSpan before) => SqlPart.Of(
        $"""
        p.product_id, p.slug, p.name, p.price, p.was, p.unit, p.content, p.measure, p.photo, p.alt,
        s.on_hand - s.reserved as available, {(before == TimeSpan.Zero ? SqlPart.Of($"p.listed_at") : SqlPart.Of($"p.listed_at - {before} as listed_at"))},
        coalesce(p.returns_on, b.returns_on) as returns_on, b.name as business, b.slug as business_slug, r.place
        """);

    /// <summary>What belongs to a product <c>p</c>; the goods of a KIM that is suspended or dissolved are not shown.</summary>
    public static SqlPart Joins => SqlPart.Of(
        $"""
        join businesses b on b.business_id = p.business_id
        join groups k on k.group_id = b.group_id and k.status in (2, 3)
        join stock_levels s on s.product_id = p.product_id
        join app.regions r on r.code = b.village
        """);

    /// <summary>Every product, or those of a category: level one (<c>perikanan</c>) or two (<c>perikanan/ikan-laut</c>).</summary>
    /// <returns>The products, and how many lie on each shelf of the whole market.</returns>
    public async Task<(List<ProductCardRow> Products, List<ShelfCount> Shelves)> BrowseAsync(
        string category, ProductKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            category.Length == 0 ? Shelf($"true", after)
            : category.Contains('/', StringComparison.Ordinal) ? Shelf($"p.category = {category}", after)
            : Shelf($"p.section = {category}", after));
        batch.Add($"select category, products from shelf_counts");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var products = await reader.RowsAsync<ProductCardRow>(ct);
        await reader.NextResultAsync(ct);
        return (products, await reader.RowsAsync<ShelfCount>(ct));
    }

    /// <summary>The newest products of all, one more than a page holds.</summary>
    public static Sql Newest() => Page($"b.status = 1", after: null);

    /// <summary>The products of everybody a KIM curates.</summary>
    public Task<List<ProductCardRow>> OfGroupAsync(Guid group, ProductKey? after, CancellationToken ct) =>
        db.RowsAsync<ProductCardRow>(Of($"b.group_id = {group}", after, PageSize + 1), ct);

    /// <summary>The newest of a KIM but one, for the page of that one.</summary>
    public static Sql Beside(string slug, int count) => Of(
        $"b.group_id = (select seller.group_id from products shown join businesses seller using (business_id) where shown.slug = {slug})",
        after: null, count, $"p.slug <> {slug}");

    public Task<List<ProductCardRow>> OfBusinessAsync(Guid business, ProductKey? after, CancellationToken ct) =>
        db.RowsAsync<ProductCardRow>(Page($"p.business_id = {business}", after), ct);

    /// <summary>
    /// The statement for the products made in a village, or anywhere inside a wider region, for pages that read them
    /// beside their own.
    /// </summary>
    public static Sql OfRegion(RegionCode region, ProductKey? after)
    {
        Sql here = $"b.village ~>=~ {region.Value} and b.village ~<~ {region.Value + '/'}";
        return region.Kind is RegionKind.Province or RegionKind.Regency or RegionKind.City
            ? Page($"b.status = 1 and {SqlPart.Of(here)}", after)
            : Of(here, after, PageSize + 1);
    }

    // From a few businesses to their newest products. The other way round, all products newer than theirs would be read.
    private static Sql Of(Sql businesses, ProductKey? after, int count, Sql? which = null)
    {
        var from = after ?? Top;
        return $"""
            with newest as materialized (
                select p.product_id
                from businesses b
                cross join lateral (
                    select p.product_id, p.listed_at
                    from products p
                    where p.business_id = b.business_id and p.status = 1 and {SqlPart.Of(which ?? $"true")}
                      and (p.listed_at, p.product_id) < ({from.ListedAt}, {from.ProductId})
                    order by p.listed_at desc, p.product_id desc
                    limit {count}
                ) p
                where b.status = 1 and {SqlPart.Of(businesses)}
                order by p.listed_at desc, p.product_id desc
                limit {count}
            )
            select {Columns}
            from newest
            join products p on p.product_id = newest.product_id
            {Joins}
            order by p.listed_at desc, p.product_id desc
            """;
    }

    // Behind what can be had lies what can be had again from a day that its seller has named: as if it were listed centuries ago. The
    // second part is read only where the first does not fill the page.
    private static Sql Shelf(Sql which, ProductKey? after)
    {
        var (part, from) = (SqlPart.Of(which), after ?? Top);
        return $"""
            ({SqlPart.Of(Page($"b.status = 1 and {part}", after))})
            union all
            (select {ColumnsListed(Behind)}
            from products p
            {Joins}
            where p.status = 1 and b.status = 2 and b.returns_on is not null and {part}
              and (p.listed_at - {Behind}, p.product_id) < ({from.ListedAt}, {from.ProductId})
            order by p.listed_at desc, p.product_id desc
            limit {PageSize + 1})
            limit {PageSize + 1}
            """;
    }

    // From the newest products to those that are asked for: right where many are.
    private static Sql Page(Sql which, ProductKey? after)
    {
        var from = after ?? Top;
        return $"""
            select {Columns}
            from products p
            {Joins}
            where p.status = 1 and {SqlPart.Of(which)}
              and (p.listed_at, p.product_id) < ({from.ListedAt}, {from.ProductId})
            order by p.listed_at desc, p.product_id desc
            limit {PageSize + 1}
            """;
    }
}
