using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

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
    public const int Countable = 250;

    private const int PlacesEach = 4;

    // Below three letters every word is like every other.
    private const int ShortestGuessed = 3;
    private const int Guesses = 3;
    private const float GuessesApart = 0.1f;

    private const int Wanted = ProductCards.PageSize + 1;
    private const int Newest = 1_000;

    // A score is the product's freshness, lifted by one step for a word in its name and by two for all of them.
    private const long Step = 1_000_000_000_000_000;

    private static readonly FindingsCount Nothing = new(0, 0, null, Guessed: false, IsCut: false);

    /// <param name="category">Empty, or where to look: a section, or a category such as <c>perikanan/ikan-laut</c>.</param>
    public async Task<Findings> FindAsync(SearchTerms terms, string category, bool isHalal, FoundKey? after, CancellationToken ct)
    {
        // Badges end by the day; a marketplace of one island group has one for its search.
        var where = new Where(category, isHalal, DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita), after);
        await using var batch = db.CreateBatch();
        batch.Add(Best(terms, isLoose: false, where));
        batch.Add(Places(terms));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var (products, count) = await ReadAsync(reader, ct);
        await reader.NextResultAsync(ct);
        var places = await reader.RowsAsync<FoundPlace>(ct);
        await reader.DisposeAsync();

        var isUnmet = products.Count == 0 && !count.IsCut;
        if (isUnmet && terms.Words.Length > 1)
        {
            (products, count) = await LooselyAsync(terms, where, ct);
        }
        else if (count.IsCut)
        {
            products = await db.RowsAsync(Rest(terms, isLoose: false, where), FoundProduct.Read, ct);
        }

        return new(products, products.Count > 0 ? count : Nothing, places, isUnmet);
    }

    private static async Task<(List<FoundProduct> Products, FindingsCount Count)> ReadAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var (products, count) = (new List<FoundProduct>(), Nothing);
        while (await reader.ReadAsync(ct))
        {
            count = new(reader.GetInt64(17), reader.GetInt64(18), reader.MaybeText(19), reader.GetBoolean(20), reader.GetBoolean(21));
            if (!reader.IsDBNull(0))
            {
                products.Add(FoundProduct.Read(reader));
            }
        }

        return (products, count);
    }

    private async Task<(List<FoundProduct> Products, FindingsCount Count)> LooselyAsync(SearchTerms terms, Where where, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(Best(terms, isLoose: true, where));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var (products, count) = await ReadAsync(reader, ct);
        await reader.DisposeAsync();
        return count.IsCut ? (await db.RowsAsync(Rest(terms, isLoose: true, where), FoundProduct.Read, ct), count) : (products, count);
    }

    // What has no season now stands behind all the rest: its freshness lies before 1970.
    // A word in the name counts more than one in the description. Few findings are ranked as a whole. Of many, the newest names fill the
    // page, and stand among the newest things of all; when they do not, the findings are cut, and Rest fills the page.
    private Sql Best(SearchTerms terms, bool isLoose, Where where) =>
        $"""
        with {Query(terms, isLoose)}, hits as materialized (
            select product_id, section, category, freshness, halal_until, names
            from query, search_products
            where body @@ query.whole
            limit {most + 1}
        ), size as materialized (
            select count(*) > {most} as many, count(*) filter (where {where.IsAsked}) as total, count(*) filter (where {where.IsCertified}) as halal
            from hits
        ), ranked as materialized (
            select product_id, score
            from (
                select product_id, section, category, halal_until,
                       freshness + {Step} * case when freshness <= 0 then 0 when names @@ query.whole then 2 when names @@ query.some then 1 else 0 end as score
                from query, hits
                where not (select many from size)
            ) hits
            where {where.IsAsked} and {where.IsBehind(SqlPart.Of($"score"))}
            order by score desc, product_id desc
            limit {Wanted}
        ), fresh as materialized (
            select product_id, freshness + 2 * {Step} as score
            from query, (
                select product_id, section, category, freshness, halal_until, names
                from search_products
                where (select many from size) and freshness > 0 and {where.IsBehind(SqlPart.Of($"freshness"), 2 * Step)}
                order by freshness desc, product_id desc
                limit {Newest}
            ) newest
            where names @@ query.whole and {where.IsAsked}
            order by freshness desc, product_id desc
            limit {Wanted}
        ), page as (
            select * from ranked union all select * from fresh
        )
        select {ProductCards.Columns}, page.score, {Total(where)} as total, size.halal,
               case when not size.many then (select string_agg(distinct section, ' ') from hits) end as sections,
               {isLoose} or query.guessed as guessed, size.many and (select count(*) from fresh) < {Wanted} as cut
        from query
        cross join size
        left join (page join shelf p on p.product_id = page.product_id {ProductCards.Joins}) on true
        order by page.score desc, page.product_id desc
        """;

    private SqlPart Total(Where where) => where.IsNarrowed
        ? SqlPart.Of(
            $"""
            case when size.many
                then (select count(*) from (select from search_products where body @@ query.whole and {where.IsAsked} limit {most + 1}) counted)
                else size.total
            end
            """)
        : SqlPart.Of($"size.total");

    // A page of many findings whose names are not among the newest: each kind is looked at only where those before it leave room.
    private static Sql Rest(SearchTerms terms, bool isLoose, Where where) =>
        $"""
        with {Query(terms, isLoose)}, named as materialized (
            select product_id, freshness + 2 * {Step} as score
            from query, search_products
            where names @@ query.whole and freshness > 0 and {where.IsAsked} and {where.IsBehind(SqlPart.Of($"freshness"), 2 * Step)}
            order by freshness desc, product_id desc
            limit {Wanted}
        ), partly as materialized (
            select product_id, freshness + {Step} as score
            from query, search_products
            where (select count(*) from named) < {Wanted}
              and body @@ query.whole and freshness > 0 and names @@ query.some and not names @@ query.whole
              and {where.IsAsked} and {where.IsBehind(SqlPart.Of($"freshness"), Step)}
            order by freshness desc, product_id desc
            limit {Wanted}
        ), described as materialized (
            select product_id, freshness as score
            from query, search_products
            where (select count(*) from named) + (select count(*) from partly) < {Wanted}
              and body @@ query.whole and freshness > 0 and not names @@ query.some
              and {where.IsAsked} and {where.IsBehind(SqlPart.Of($"freshness"))}
            order by freshness desc, product_id desc
            limit {Wanted}
        ), resting as materialized (
            select product_id, freshness as score
            from query, search_products
            where (select count(*) from named) + (select count(*) from partly) + (select count(*) from described) < {Wanted}
              and body @@ query.whole and freshness <= 0 and {where.IsAsked} and {where.IsBehind(SqlPart.Of($"freshness"))}
            order by freshness desc, product_id desc
            limit {Wanted}
        ), page as (
            select * from named union all select * from partly union all select * from described union all select * from resting
            order by score desc, product_id desc
            limit {Wanted}
        )
        select {ProductCards.Columns}, page.score
        from page
        join shelf p on p.product_id = page.product_id
        {ProductCards.Joins}
        order by page.score desc, page.product_id desc
        """;

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

    /// <summary>Where to look, and behind what; what was not asked for does not stand in the statement.</summary>
    private sealed record Where(string Category, bool IsHalal, DateOnly Today, FoundKey? After)
    {
        public bool IsNarrowed => IsHalal || Category.Length > 0;

        public SqlPart IsAsked => (Category.Length > 0, IsHalal) switch
        {
            (false, false) => SqlPart.Of($"true"),
            (true, false) => SqlPart.Of($"{Category} in (section, category)"),
            (false, true) => SqlPart.Of($"halal_until >= {Today}"),
            _ => IsCertified,
        };

        public SqlPart IsCertified => Category.Length > 0
            ? SqlPart.Of($"{Category} in (section, category) and halal_until >= {Today}")
            : SqlPart.Of($"halal_until >= {Today}");

        /// <param name="lift">By how much a score lies above this.</param>
        public SqlPart IsBehind(SqlPart score, long lift = 0) => After is { } from
            ? SqlPart.Of($"({score}, product_id) < ({from.Score - lift}, {from.ProductId})")
            : SqlPart.Of($"true");
    }
}
