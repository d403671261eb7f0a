using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Search;

/// <summary>Writes <c>search_entries</c> behind the events: whatever a page of events touched is indexed anew, as it is now.</summary>
public sealed class SearchIndex : IFollower
{
    public const short Product = 0;
    public const short Business = 1;
    public const short Group = 2;
    public const short Village = 3;

    public string Name => "search";

    public string Ddl { get; } = Ddls.Of<SearchIndex>();

    public IReadOnlyList<string> Tables { get; } = ["search_entries"];

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(GroupProposed), typeof(GroupActivated), typeof(BusinessRegistered), typeof(BusinessApproved), typeof(BusinessClosed),
        typeof(BusinessReopened), typeof(ProductDrafted), typeof(ProductPublished), typeof(ProductWithdrawn),
    ];

    public Task ApplyAsync(IReadOnlyList<Recorded> page, NpgsqlConnection connection, NpgsqlBatch batch, CancellationToken ct)
    {
        var products = Streams<ProductEvent>(page);
        var businesses = Streams<BusinessEvent>(page);
        var groups = Streams<GroupEvent>(page);
        var regencies = page.Select(recorded => recorded.Data).OfType<GroupProposed>()
            .Select(proposed => proposed.Seat.Regency.Value).Distinct().ToArray();

        IndexProducts(batch, products, businesses);
        IndexBusinesses(batch, businesses);
        IndexGroups(batch, groups);
        if (regencies.Length > 0)
        {
            IndexVillages(batch, regencies);
        }

        return Task.CompletedTask;
    }

    private static Guid[] Streams<TEvent>(IReadOnlyList<Recorded> page) =>
        [.. page.Where(recorded => recorded.Data is TEvent).Select(recorded => recorded.Stream).Distinct()];

    private static void IndexProducts(NpgsqlBatch batch, Guid[] products, Guid[] businesses)
    {
        if (products.Length + businesses.Length == 0)
        {
            return;
        }

        batch.Add(
            $"""
            delete from search_entries e using products p
            where e.kind = {Product} and e.key = p.product_id::text
              and (p.product_id = any({products}) or p.business_id = any({businesses}))
            """);
        batch.Add(
            $"""
            insert into search_entries (kind, key, label, body)
            select {Product}, p.product_id::text, lower(p.name || ' ' || b.name),
                   setweight(to_tsvector('simple', p.name), 'A')
                   || setweight(to_tsvector('simple', b.name || ' ' || g.name), 'B')
                   || setweight(to_tsvector('simple', r.full_place || ' ' || translate(p.category, '/-', '  ')), 'C')
                   || setweight(to_tsvector('simple', p.about), 'D')
            from products p
            join businesses b on b.business_id = p.business_id
            join groups g on g.group_id = b.group_id
            join app.regions r on r.code = b.village
            where (p.product_id = any({products}) or p.business_id = any({businesses})) and p.status = 1 and b.status = 1
            on conflict (kind, key) do update set label = excluded.label, body = excluded.body
            """);
    }

    private static void IndexBusinesses(NpgsqlBatch batch, Guid[] businesses)
    {
        if (businesses.Length == 0)
        {
            return;
        }

        batch.Add(
            $"""
            insert into search_entries (kind, key, label, body)
            select {Business}, b.business_id::text, lower(b.name),
                   setweight(to_tsvector('simple', b.name), 'A')
                   || setweight(to_tsvector('simple', g.name || ' ' || r.full_place), 'C')
            from businesses b
            join groups g on g.group_id = b.group_id
            join app.regions r on r.code = b.village
            where b.business_id = any({businesses}) and b.status <> 0
            on conflict (kind, key) do update set label = excluded.label, body = excluded.body
            """);
    }

    private static void IndexGroups(NpgsqlBatch batch, Guid[] groups)
    {
        if (groups.Length == 0)
        {
            return;
        }

        batch.Add(
            $"""
            insert into search_entries (kind, key, label, body)
            select {Group}, g.group_id::text, lower(g.name),
                   setweight(to_tsvector('simple', g.name), 'A')
                   || setweight(to_tsvector('simple', r.full_place || ' ' || array_to_string(g.themes, ' ')), 'C')
            from groups g
            join app.regions r on r.code = g.seat
            where g.group_id = any({groups}) and g.status >= 2
            on conflict (kind, key) do update set label = excluded.label, body = excluded.body
            """);
    }

    // A regency's villages can be found from the day its first KIM appears.
    private static void IndexVillages(NpgsqlBatch batch, string[] regencies) => batch.Add(
        $"""
        insert into search_entries (kind, key, label, body)
        select {Village}, v.code, lower(v.name),
               setweight(to_tsvector('simple', v.name), 'A') || setweight(to_tsvector('simple', v.full_place), 'C')
        from unnest({regencies}) as regency (code)
        join app.regions v on v.code > regency.code || '.' and v.code < regency.code || '/' and length(v.code) in (8, 13)
        on conflict (kind, key) do nothing
        """);
}
