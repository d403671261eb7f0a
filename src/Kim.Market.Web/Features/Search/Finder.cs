using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

/// <summary>A product that was found, how well it fits, and what is true of all that was found.</summary>
public sealed record FoundProduct(ProductCardRow Card, long Score, long Total, long Halal, string? Sections, bool Guessed)
{
    internal static FoundProduct Read(NpgsqlDataReader row) =>
        new(ProductCards.Read(row), row.GetInt64(16), row.GetInt64(17), row.GetInt64(18), row.MaybeText(19), row.GetBoolean(20));
}

/// <summary>A business, group or village that was found.</summary>
public sealed record FoundPlace(short Kind, string Slug, string Name, string Place);

/// <summary>Where a page of findings ended.</summary>
public sealed record FoundKey(long Score, Guid ProductId)
{
    /// <summary>Null for a text that is no key: the findings then begin with the best.</summary>
    public static FoundKey? Read(string? text) =>
        Cursor.TryRead(text, out long score, out var id) ? new(score, id) : null;

    public static string After(FoundProduct product) => Cursor.Of(product.Score, product.Card.ProductId);
}

/// <summary>What a search brought: products page by page, and beside them who and where.</summary>
public sealed record Findings(IReadOnlyList<FoundProduct> Products, IReadOnlyList<FoundPlace> Places)
{
    /// <summary>How many products were found, on all pages together; one more than are counted when there are still more.</summary>
    public long Total => Products is [var first, ..] ? first.Total : 0;

    /// <summary>How many of them are certified halal today; where there are more than are counted, of those that were.</summary>
    public long Halal => Products is [var first, ..] ? first.Halal : 0;

    /// <summary>The sections in which anything was found, whichever was asked for; null where there are too many findings to tell.</summary>
    public IReadOnlyCollection<string>? Sections => Products is [var first, ..] ? first.Sections?.Split(' ') : [];

    /// <summary>Nothing had these very words: these have similar ones, or some of them.</summary>
    public bool Guessed => Products is [{ Guessed: true }, ..];
}

/// <summary>
/// Finds what has every word. A word that stands nowhere is read as the words most like it; where no product has all
/// words together, those that have some of them are shown.
/// </summary>
/// <param name="most">
/// So many findings are counted, and ranked as a whole. A word that stands in more is a word of half the market: nobody reads its exact
/// number, and reading every finding to count them would cost more than the whole page.
/// </param>
public sealed class Finder(NpgsqlDataSource db, TimeProvider clock, int most = Finder.Countable)
{
    public const int Countable = 500;

    /// <summary>Where to look.</summary>
    /// <param name="Today">Badges end by the day; a marketplace of one island group has one for its search.</param>
    private sealed record Where(string Category, bool IsHalal, DateOnly Today);

    private const int PlacesEach = 4;

    // Below three letters every word is like every other.
    private const int ShortestGuessed = 3;
    private const int Guesses = 3;
    private const float GuessesApart = 0.1f;

    // A score is the product's freshness, lifted by one step for a word in its name and by two for all of them.
    private const long Step = 1_000_000_000_000_000;

    /// <param name="category">Empty, or where to look: a section, or a category such as <c>perikanan/ikan-laut</c>.</param>
    public async Task<Findings> FindAsync(SearchTerms terms, string category, bool isHalal, FoundKey? after, CancellationToken ct)
    {
        var where = new Where(category, isHalal, DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita));
        var found = await FindAsync(terms, isLoose: false, where, after, ct);
        return found.Products.Count > 0 || terms.Words.Length == 1
            ? found
            : found with { Products = (await FindAsync(terms, isLoose: true, where, after, ct)).Products };
    }

    private async Task<Findings> FindAsync(SearchTerms terms, bool isLoose, Where where, FoundKey? after, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Products(terms, isLoose, where, after ?? new(long.MaxValue, Guid.Empty)));
        batch.Add(Places(terms));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var products = await reader.RowsAsync(FoundProduct.Read, ct);
        await reader.NextResultAsync(ct);
        return new(products, await reader.RowsAsync<FoundPlace>(ct));
    }

    // What has no season now stands behind all the rest: its freshness lies before 1970.
    // A word in the name counts more than one in the description. Few findings are ranked as a whole. Of many, the newest names fill the
    // page, and stand among the newest things of all; what ranks behind is looked at only when they do not.
    private Sql Products(SearchTerms terms, bool isLoose, Where where, FoundKey from)
    {
        const int Wanted = ProductCards.PageSize + 1;
        const int Newest = 1_000;
        var asked = SqlPart.Of($"{where.Category} in ('', section, category) and (not {where.IsHalal} or halal_until >= {where.Today})");
        var isNarrowed = where.IsHalal || where.Category.Length > 0;
        return $"""
            with {Query(terms, isLoose)}, hits as materialized (
                select product_id, section, category, freshness, halal_until, names
                from query, search_products
                where body @@ query.whole
                limit {most + 1}
            ), size as materialized (
                select count(*) > {most} as many from hits
            ), ranked as materialized (
                select product_id, score
                from (
                    select product_id, section, category, halal_until,
                           freshness + {Step} * case when freshness <= 0 then 0 when names @@ query.whole then 2 when names @@ query.some then 1 else 0 end as score
                    from query, hits
                    where not (select many from size)
                ) hits
                where {asked} and (score, product_id) < ({from.Score}, {from.ProductId})
                order by score desc, product_id desc
                limit {Wanted}
            ), fresh as materialized (
                select product_id, freshness + 2 * {Step} as score
                from query, (
                    select product_id, section, category, freshness, halal_until, names
                    from search_products
                    where (select many from size) and freshness > 0 and (freshness, product_id) < ({from.Score} - 2 * {Step}, {from.ProductId})
                    order by freshness desc, product_id desc
                    limit {Newest}
                ) newest
                where names @@ query.whole and {asked}
                order by freshness desc, product_id desc
                limit {Wanted}
            ), named as materialized (
                select product_id, freshness + 2 * {Step} as score
                from query, search_products
                where (select many from size) and (select count(*) from fresh) < {Wanted}
                  and names @@ query.whole and freshness > 0 and {asked} and (freshness + 2 * {Step}, product_id) < ({from.Score}, {from.ProductId})
                order by freshness desc, product_id desc
                limit {Wanted}
            ), top as materialized (
                select * from fresh where (select count(*) from fresh) = {Wanted} union all select * from named
            ), partly as materialized (
                select product_id, freshness + {Step} as score
                from query, search_products
                where (select many from size) and (select count(*) from top) < {Wanted}
                  and body @@ query.whole and freshness > 0 and names @@ query.some and not names @@ query.whole
                  and {asked} and (freshness + {Step}, product_id) < ({from.Score}, {from.ProductId})
                order by freshness desc, product_id desc
                limit {Wanted}
            ), described as materialized (
                select product_id, freshness as score
                from query, search_products
                where (select many from size) and (select count(*) from top) + (select count(*) from partly) < {Wanted}
                  and body @@ query.whole and freshness > 0 and not names @@ query.some
                  and {asked} and (freshness, product_id) < ({from.Score}, {from.ProductId})
                order by freshness desc, product_id desc
                limit {Wanted}
            ), resting as materialized (
                select product_id, freshness as score
                from query, search_products
                where (select many from size) and (select count(*) from top) + (select count(*) from partly) + (select count(*) from described) < {Wanted}
                  and body @@ query.whole and freshness <= 0 and {asked} and (freshness, product_id) < ({from.Score}, {from.ProductId})
                order by freshness desc, product_id desc
                limit {Wanted}
            ), page as (
                select * from ranked union all select * from top
                union all select * from partly union all select * from described union all select * from resting
                order by score desc, product_id desc
                limit {Wanted}
            )
            select {ProductCards.Columns}, page.score,
                   case when (select many from size) and {isNarrowed}
                        then (select count(*) from (select from query, search_products where body @@ query.whole and {asked} limit {most + 1}) counted)
                        else (select count(*) from hits where {asked}) end as total,
                   (select count(*) from hits where {where.Category} in ('', section, category) and halal_until >= {where.Today}) as halal,
                   (select string_agg(distinct section, ' ') from hits where not (select many from size)) as sections,
                   {isLoose} or (select guessed from query) as guessed
            from page
            join shelf p on p.product_id = page.product_id
            {ProductCards.Joins}
            order by page.score desc, page.product_id desc
            """;
    }

    private static Sql Places(SearchTerms terms) =>
        $"""
        with {Query(terms, isLoose: false)}, best as (
            select kind, key, row_number() over (partition by kind order by (names @@ query.whole) desc, key) as rank
            from query, search_places where body @@ query.whole
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
        """;

    // Every word also finds the longer words that begin with it.
    private static SqlPart Query(SearchTerms terms, bool isLoose) => SqlPart.Of(
        $"""
        typed as (
            select word, exists (select from search_words where word >= typed.word and word < typed.word || e'\uffff') as known
            from unnest({terms.Words}) as typed (word)
        ), meant as (
            select known, case when known or length(word) < {ShortestGuessed} then quote_literal(word) || ':*' else coalesce((
                select '(' || string_agg(quote_literal(near.word), '|') || ')'
                from (
                    select word, public.similarity(word, typed.word) as likeness, max(public.similarity(word, typed.word)) over () as best
                    from search_words
                    where word operator(public.%) typed.word
                    order by likeness desc, word
                    limit {Guesses}
                ) near
                where near.likeness >= near.best - {GuessesApart}
            ), quote_literal(word) || ':*') end as part
            from typed
        ), query as materialized (
            select string_agg(part, {(isLoose ? "|" : "&")})::tsquery as whole, string_agg(part, '|')::tsquery as some, not bool_and(known) as guessed
            from meant
        )
        """);
}
