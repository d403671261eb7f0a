using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

/// <summary>A product that was found, and how well it fits.</summary>
public sealed record FoundProduct(
    Guid ProductId, string Slug, string Name, long Price, string Unit, int? Content, short? Measure, string? Photo, string? Alt,
    int Available, DateTime PublishedAt, string Business, string BusinessSlug, string Place, int Score,
    long Total, string Sections)
{
    public ProductCardRow Card => new(
        ProductId, Slug, Name, Price, Unit, Content, Measure, Photo, Alt, Available, PublishedAt, Business, BusinessSlug, Place);
}

/// <summary>A business, group or village that was found.</summary>
public sealed record FoundPlace(short Kind, string Slug, string Name, string Place);

/// <summary>Where a page of findings ended.</summary>
public sealed record FoundKey(int Score, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the findings then begin with the best.</summary>
    public static FoundKey? Read(string? text) =>
        Cursor.TryRead(text, out long score, out var id) && score is >= 0 and <= int.MaxValue ? new((int)score, id) : null;

    public static string After(FoundProduct product) => Cursor.Of(product.Score, product.ProductId);
}

/// <summary>What a search brought: products page by page, and beside them who and where.</summary>
/// <param name="Guessed">Nothing had these very words: these are the most similar.</param>
public sealed record Findings(IReadOnlyList<FoundProduct> Products, IReadOnlyList<FoundPlace> Places, bool Guessed)
{
    /// <summary>How many products were found, on all pages together.</summary>
    public long Total => Products is [var first, ..] ? first.Total : 0;

    /// <summary>The sections in which anything was found, whichever was asked for.</summary>
    public IReadOnlyCollection<string> Sections => Products is [var first, ..] ? first.Sections.Split(' ') : [];
}

/// <summary>Finds by words first and by likeness only when no word fits.</summary>
public sealed class Finder(NpgsqlDataSource db)
{
    private const int PlacesEach = 4;

    // Scores of words start above every score of likeness, so the two can never mix in one list.
    private const int WordFloor = 1_000_000;

    /// <param name="category">Empty, or where to look: a section, or a category such as <c>perikanan/ikan-laut</c>.</param>
    public async Task<Findings> FindAsync(SearchTerms terms, string category, FoundKey? after, CancellationToken ct)
    {
        var from = after ?? new FoundKey(int.MaxValue, Guid.Empty);
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            with word as materialized (
                select key, {WordFloor} + (ts_rank(body, query) * 100000)::int as score
                from search_entries, to_tsquery('simple', {terms.Lookup}) as query
                where kind = {SearchIndex.Product} and body @@ query
            ), likeness as materialized (
                select key, (public.word_similarity({terms.Text}, label) * 100000)::int as score
                from search_entries
                where not exists (select from word) and kind = {SearchIndex.Product} and label operator(public.%>) {terms.Text}
            ), matches as materialized (
                select p.product_id, matched.score, p.section, p.category
                from (select * from word union all select * from likeness) matched
                join products p on p.product_id = matched.key::uuid
            ), found as (
                select product_id, score
                from matches
                where {category} in ('', section, category)
            ), page as (
                select product_id, score, (select count(*) from found) as total,
                       (select string_agg(distinct section, ' ') from matches) as sections
                from found
                where (score, product_id) < ({from.Score}, {from.ProductId})
                order by score desc, product_id desc
                limit {ProductCards.PageSize + 1}
            )
            select p.product_id, p.slug, p.name, p.price, p.unit, p.content, p.measure, p.photo, p.alt,
                   s.on_hand - s.reserved as available, p.published_at, b.name as business, b.slug as business_slug, r.place,
                   page.score, page.total, page.sections
            from page
            join products p on p.product_id = page.product_id
            join businesses b on b.business_id = p.business_id
            join stock_levels s on s.product_id = p.product_id
            join app.regions r on r.code = b.village
            order by page.score desc, page.product_id desc
            """);
        batch.Add(
            $"""
            with word as materialized (
                select kind, key, ts_rank(body, query) as score
                from search_entries, to_tsquery('simple', {terms.Lookup}) as query
                where kind > {SearchIndex.Product} and body @@ query
            ), likeness as materialized (
                select kind, key, public.word_similarity({terms.Text}, label) as score
                from search_entries
                where not exists (select from word) and kind > {SearchIndex.Product} and label operator(public.%>) {terms.Text}
            ), best as (
                select kind, key, score, row_number() over (partition by kind order by score desc, key) as rank
                from (select * from word union all select * from likeness) found
            )
            select best.kind, coalesce(b.slug, g.slug, v.code) as slug, coalesce(b.name, g.name, v.name) as name,
                   coalesce(br.place, gr.place, v.full_place) as place
            from best
            left join businesses b on best.kind = {SearchIndex.Business} and b.business_id = case when best.kind = {SearchIndex.Business} then best.key::uuid end
            left join app.regions br on br.code = b.village
            left join groups g on best.kind = {SearchIndex.Group} and g.group_id = case when best.kind = {SearchIndex.Group} then best.key::uuid end
            left join app.regions gr on gr.code = g.seat
            left join app.regions v on best.kind = {SearchIndex.Village} and v.code = best.key
            where best.rank <= {PlacesEach}
            order by best.kind, best.rank
            """);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var products = await reader.RowsAsync<FoundProduct>(ct);
        await reader.NextResultAsync(ct);
        var places = await reader.RowsAsync<FoundPlace>(ct);
        return new(products, places, products.Count > 0 && products[0].Score < WordFloor);
    }
}
