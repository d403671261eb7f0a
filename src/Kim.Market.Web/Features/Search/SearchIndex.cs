using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

/// <summary>Writes what can be found behind the events: whatever a page of events touched is indexed anew, as it is now.</summary>
public sealed class SearchIndex : IFollower
{
    public const short Business = 1;
    public const short Group = 2;
    public const short Village = 3;

    // Behind everything else stands what lies in a stall that is closed and has said when it opens: it is found, and on no shelf.
    private const long Away = -100_000_000_000_000;

    public string Name => "search";

    public string Ddl { get; } = Ddls.Of<SearchIndex>();

    public IReadOnlyList<string> Tables { get; } = ["search_products", "search_places", "search_words", "shelf_counts"];

    public TimeSpan Rest => TimeSpan.FromMilliseconds(100);

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupProposed), typeof(GroupActivated), typeof(GroupReactivated), typeof(GroupSuspended), typeof(GroupSuspensionLifted), typeof(GroupDissolved),
        typeof(BusinessRegistered), typeof(BusinessApproved), typeof(BusinessClosed), typeof(BusinessReturnTold), typeof(BusinessReopened),
        typeof(BusinessSuspended), typeof(BusinessSuspensionLifted),
        typeof(CertificateVerified), typeof(CertificateRevoked), typeof(CertificateWithdrawn),
        typeof(ProductDrafted), typeof(ProductDescribed), typeof(ProductPublished), typeof(ProductWithdrawn),
        typeof(ProductTermsSet), typeof(ProductSeasonBegun), typeof(ProductSeasonEnded),
    ];

    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        var products = Streams<ProductEvent>(page);
        var businesses = Streams<BusinessEvent>(page);
        var groups = Streams<GroupEvent>(page);
        var regencies = page.Select(recorded => recorded.Data).OfType<GroupProposed>()
            .Select(proposed => proposed.Seat.Regency.Value).Distinct().ToArray();

        IndexProducts(batch, products, businesses, Shut(page), Streams<CertificateEvent>(page));
        IndexPlaces(batch, Businesses(businesses), businesses);
        IndexPlaces(batch, Groups(groups), groups);
        IndexVillages(batch, regencies);
        batch.Add($"delete from search_words where uses = 0");
        return Task.CompletedTask;
    }

    private static Guid[] Streams<TEvent>(IReadOnlyList<Recorded> page) =>
        [.. page.Where(recorded => recorded.Data is TEvent).Select(recorded => recorded.Stream).Distinct()];

    // KIM whose goods appear or disappear with them
    private static Guid[] Shut(IReadOnlyList<Recorded> page) =>
        [.. page.Where(recorded => recorded.Data is GroupSuspended or GroupSuspensionLifted or GroupDissolved).Select(recorded => recorded.Stream).Distinct()];

    private static void IndexProducts(NpgsqlBatch batch, Guid[] products, Guid[] businesses, Guid[] groups, Guid[] certificates)
    {
        if (products.Length + businesses.Length + groups.Length + certificates.Length == 0)
        {
            return;
        }

        // which of them, through whom: each by its own index
        var touched = SqlPart.Of(
            $"""
            select product_id from products where product_id = any({products}) or business_id = any({businesses})
            union
            select p.product_id from products p join certificates c on c.business_id = p.business_id where c.certificate_id = any({certificates})
            union
            select p.product_id from products p join businesses b on b.business_id = p.business_id where b.group_id = any({groups})
            """);
        batch.Add(
            $"""
            with moved as (
                delete from search_products e using ({touched}) t
                where e.product_id = t.product_id
                returning e.category, e.freshness, e.body
            ), shelves as ({ShelvesOf(-1)})
            {WordsOf(-1)}
            """);
        batch.Add(
            $"""
            with moved as (
                insert into search_products (product_id, section, category, freshness, halal_until, names, body)
                select p.product_id, p.section, p.category, (extract(epoch from p.listed_at) * 1000)::bigint + case when b.status = 2 then {2 * Away} else 0 end,
                       (select max(coalesce(c.valid_until, 'infinity')) from certificates c
                        where c.business_id = p.business_id and c.status = 1 and c.kind = {(short)CertificateKind.Halal}
                          and (cardinality(c.products) = 0 or p.product_id = any(c.products))),
                       strip(to_tsvector('simple', p.name)),
                       strip(to_tsvector('simple', concat_ws(' ', p.name, b.name, g.name, r.full_place, translate(p.category, '/-', '  '), p.about)))
                from ({touched}) t
                join products p on p.product_id = t.product_id
                join businesses b on b.business_id = p.business_id
                join groups g on g.group_id = b.group_id
                join app.regions r on r.code = b.village
                where p.status = 1 and (b.status = 1 or (b.status = 2 and b.returns_on is not null)) and g.status not in (4, 5)
                returning category, freshness, body
            ), shelves as ({ShelvesOf(1)})
            {WordsOf(1)}
            """);
        batch.Add($"delete from shelf_counts where products = 0");
    }

    private static void IndexPlaces(NpgsqlBatch batch, Sql found, Guid[] touched)
    {
        if (touched.Length == 0)
        {
            return;
        }

        string[] keys = [.. touched.Select(id => id.ToString())];
        batch.Add(
            $"""
            with moved as (delete from search_places where kind in ({Business}, {Group}) and key = any({keys}) returning body)
            {WordsOf(-1)}
            """);
        batch.Add(
            $"""
            with moved as (insert into search_places (kind, key, names, body) {SqlPart.Of(found)} returning body)
            {WordsOf(1)}
            """);
    }

    private static Sql Businesses(Guid[] businesses) =>
        $"""
        select {Business}, b.business_id::text, strip(to_tsvector('simple', b.name)),
               strip(to_tsvector('simple', concat_ws(' ', b.name, g.name, r.full_place)))
        from businesses b
        join groups g on g.group_id = b.group_id
        join app.regions r on r.code = b.village
        where b.business_id = any({businesses}) and b.status in (1, 2)
        """;

    private static Sql Groups(Guid[] groups) =>
        $"""
        select {Group}, g.group_id::text, strip(to_tsvector('simple', g.name)),
               strip(to_tsvector('simple', concat_ws(' ', g.name, r.full_place, array_to_string(g.themes, ' '))))
        from groups g
        join app.regions r on r.code = g.seat
        where g.group_id = any({groups}) and g.status in (2, 3)
        """;

    // A regency's villages can be found from the day its first KIM appears.
    private static void IndexVillages(NpgsqlBatch batch, string[] regencies)
    {
        if (regencies.Length == 0)
        {
            return;
        }

        batch.Add(
            $"""
            with moved as (
                insert into search_places (kind, key, names, body)
                select {Village}, v.code, strip(to_tsvector('simple', v.name)), strip(to_tsvector('simple', concat_ws(' ', v.name, v.full_place)))
                from unnest({regencies}) as regency (code)
                join app.regions v on v.code > regency.code || '.' and v.code < regency.code || '/' and length(v.code) in (8, 13)
                on conflict (kind, key) do nothing
                returning body
            )
            {WordsOf(1)}
            """);
    }

    private static SqlPart WordsOf(int sign) => SqlPart.Of(
        $"""
        insert into search_words as known (word, uses)
        select word, {sign} * count(*) from moved, unnest(tsvector_to_array(body)) word group by word
        on conflict (word) do update set uses = known.uses + excluded.uses
        """);

    private static SqlPart ShelvesOf(int sign) => SqlPart.Of(
        $"""
        insert into shelf_counts as known (category, products)
        select category, {sign} * count(*) from moved where freshness > {Away} group by category
        on conflict (category) do update set products = known.products + excluded.products
        """);
}
