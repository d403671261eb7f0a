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

    private static readonly ProductKey Top = new(new DateTime(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc), Guid.Empty);

    /// <summary>What a card shows, of <c>p</c>roduct on the shelf and its <c>s</c>tock.</summary>
    public static SqlPart Columns => SqlPart.Of(
        $"""
        p.product_id, p.slug, p.name, p.price, p.was, p.unit, p.content, p.measure, p.photo, p.alt, s.on_hand - s.reserved as available,
        p.listed_at, p.returns_on, p.business, p.business_slug, p.place
        """);

    /// <summary>Reads <see cref="Columns"/>, which stand first in their row. By place and type: no other rows are read as often.</summary>
    public static ProductCardRow Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.Maybe<long>(4), row.GetString(5), row.Maybe<int>(6),
        row.Maybe<short>(7), row.MaybeText(8), row.MaybeText(9), row.GetInt32(10), row.GetDateTime(11), row.Maybe<DateOnly>(12), row.GetString(13),
        row.GetString(14), row.GetString(15));

    /// <summary>What belongs to a product <c>p</c> on the shelf.</summary>
    public static SqlPart Joins => SqlPart.Of($"join stock_levels s on s.product_id = p.product_id");

    /// <summary>Every product, or those of a category: level one (<c>perikanan</c>) or two (<c>perikanan/ikan-laut</c>).</summary>
    /// <returns>The products, and how many lie on each shelf of the whole market.</returns>
    public async Task<(List<ProductCardRow> Products, List<ShelfCount> Shelves)> BrowseAsync(
        string category, ProductKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            category.Length == 0 ? Page($"p.is_listed", after)
            : category.Contains('/', StringComparison.Ordinal) ? Page($"p.is_listed and p.category = {category}", after)
            : Page($"p.is_listed and p.section = {category}", after));
        batch.Add($"select category, products from shelf_counts");
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var products = await reader.RowsAsync(Read, ct);
        await reader.NextResultAsync(ct);
        return (products, await reader.RowsAsync<ShelfCount>(ct));
    }

    /// <summary>The newest products of all, one more than a page holds.</summary>
    public static Sql Newest() => Page($"p.is_listed and p.is_open", after: null);

    /// <summary>The products of everybody a KIM curates.</summary>
    public Task<List<ProductCardRow>> OfGroupAsync(Guid group, ProductKey? after, CancellationToken ct) =>
        db.RowsAsync(Page($"p.group_id = {group} and p.is_open", after), Read, ct);

    /// <summary>What a KIM shows before all others, in its own order; what is off the stall, or no longer its own, is left out.</summary>
    public static Sql Featured(string slug) =>
        $"""
        select {Columns}
        from groups kim
        cross join lateral unnest(kim.featured) with ordinality as chosen (product_id, turn)
        join shelf p on p.product_id = chosen.product_id and p.group_id = kim.group_id and p.is_open
        {Joins}
        where kim.slug = {slug}
        order by chosen.turn
        """;

    /// <summary>The newest of a KIM but one, for the page of that one.</summary>
    public static Sql Beside(string slug, int count) => Page(
        $"""
        p.group_id = (select seller.group_id from products shown join businesses seller using (business_id) where shown.slug = {slug})
        and p.is_open and p.slug <> {slug}
        """,
        after: null, count);

    public Task<List<ProductCardRow>> OfBusinessAsync(Guid business, ProductKey? after, CancellationToken ct) =>
        db.RowsAsync(Page($"p.business_id = {business}", after), Read, ct);

    /// <summary>
    /// The statement for the products made in a village, or anywhere inside a wider region, for pages that read them
    /// beside their own.
    /// </summary>
    public static Sql OfRegion(RegionCode region, ProductKey? after)
    {
        var (first, end) = (region.Value, region.Value + '/');
        return region.Kind is RegionKind.Province or RegionKind.Regency or RegionKind.City
            ? Page($"p.is_listed and p.is_open and p.village ~>=~ {first} and p.village ~<~ {end}", after)
            : Within($"b.village ~>=~ {first} and b.village ~<~ {end}", after);
    }

    // From a few businesses to their newest products. The other way round, all products newer than theirs would be read.
    private static Sql Within(Sql businesses, ProductKey? after)
    {
        var from = after ?? Top;
        return $"""
            with newest as materialized (
                select p.product_id
                from businesses b
                cross join lateral (
                    select p.product_id, p.listed_at
                    from shelf p
                    where p.business_id = b.business_id and (p.listed_at, p.product_id) < ({from.ListedAt}, {from.ProductId})
                    order by p.listed_at desc, p.product_id desc
                    limit {PageSize + 1}
                ) p
                where b.status = 1 and {SqlPart.Of(businesses)}
                order by p.listed_at desc, p.product_id desc
                limit {PageSize + 1}
            )
            select {Columns}
            from newest
            join shelf p on p.product_id = newest.product_id
            {Joins}
            order by p.listed_at desc, p.product_id desc
            """;
    }

    // From the newest products to those that are asked for, by the index of whatever is asked.
    private static Sql Page(Sql which, ProductKey? after, int count = PageSize + 1)
    {
        var from = after ?? Top;
        return $"""
            select {Columns}
            from shelf p
            {Joins}
            where {SqlPart.Of(which)} and (p.listed_at, p.product_id) < ({from.ListedAt}, {from.ProductId})
            order by p.listed_at desc, p.product_id desc
            limit {count}
            """;
    }
}
