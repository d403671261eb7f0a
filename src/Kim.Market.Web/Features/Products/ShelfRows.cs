using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>
/// Writes <c>shelf</c>: what a card shows, of the product, its seller, its KIM and its village, in one narrow row. Lists are read far
/// more often than any of these changes, and four joins for each card cost them more than everything else.
/// </summary>
public sealed class ShelfRows : IJoinedView
{
    /// <summary>Further back than anything is that only waits for its season.</summary>
    private static readonly TimeSpan Behind = TimeSpan.FromDays(200 * 366);

    public string Name => "shelf";

    public string Ddl { get; } = Ddls.Of<ShelfRows>();

    public IReadOnlyList<string> Tables { get; } = ["shelf"];

    public IReadOnlyCollection<string> Sources { get; } = ["products", "businesses", "groups"];

    public IReadOnlyCollection<Type> Handles { get; } =
    [
        typeof(ProductPriced), typeof(ProductDiscounted), typeof(ProductDiscountEnded), typeof(ProductPhotographed), typeof(ProductDescribed),
        typeof(ProductPublished), typeof(ProductSubmitted), typeof(ProductReturned), typeof(ProductArchived), typeof(ProductRedrafted),
        typeof(ProductWithdrawn), typeof(ProductTermsSet), typeof(ProductOptionSet), typeof(ProductSeasonBegun), typeof(ProductSeasonEnded),
        typeof(BusinessApproved), typeof(BusinessClosed), typeof(BusinessReturnTold), typeof(BusinessReopened), typeof(BusinessSuspended), typeof(BusinessSuspensionLifted),
        typeof(GroupVerified), typeof(GroupActivated), typeof(GroupDeclaredDormant), typeof(GroupReactivated), typeof(GroupRejected),
        typeof(GroupSuspended), typeof(GroupSuspensionLifted), typeof(GroupDissolved), typeof(GroupWithdrawn),
    ];

    // A seller, and with it a KIM, is locked from below: a product locks both, a seller its KIM, a KIM nothing. So whoever commits second
    // reads what the first has written, and nobody waits in a circle.
    public void Refresh(IReadOnlyList<Recorded> happened, NpgsqlBatch batch)
    {
        var stream = happened[0].Stream;
        switch (happened[0].Data)
        {
            case ProductDrafted when !happened.Any(recorded => recorded.Data is ProductPublished):
                break; // nobody has seen it
            case ProductEvent:
                batch.Add(
                    $"""
                    select from products p join businesses b on b.business_id = p.business_id join groups k on k.group_id = b.group_id
                    where p.product_id = {stream}
                    for share of b, k
                    """);
                Draw($"product_id = {stream}", $"p.product_id = {stream}");
                break;
            case BusinessRegistered:
                break; // it has no goods
            case BusinessEvent:
                batch.Add($"select from businesses b join groups k on k.group_id = b.group_id where b.business_id = {stream} for share of k");
                Draw($"business_id = {stream}", $"p.business_id = {stream}");
                break;
            case GroupProposed:
                break; // it has no sellers
            default:
                Draw($"group_id = {stream}", $"b.group_id = {stream}");
                break;
        }

        void Draw(Sql whichRows, Sql which) => batch.Add(
            $"""
            with lies as materialized ({Lying(which)}), gone as (
                delete from shelf where {SqlPart.Of(whichRows)} and product_id not in (select product_id from lies)
            )
            insert into shelf as known ({Columns}) select {Columns} from lies
            on conflict (product_id) do update set {Changes}
            where known is distinct from excluded
            """);
    }

    public Sql Fill() => $"insert into shelf ({Columns}) {Lying($"true")}";

    private static SqlPart Columns => SqlPart.Of(
        $"""
        product_id, business_id, group_id, village, section, category, is_open, is_listed, listed_at, slug, name, price, was, unit, content, measure,
        photo, alt, returns_on, business, business_slug, place
        """);

    private static SqlPart Changes => SqlPart.Of(
        $"""
        group_id = excluded.group_id, village = excluded.village, section = excluded.section, category = excluded.category,
        is_open = excluded.is_open, is_listed = excluded.is_listed, listed_at = excluded.listed_at, slug = excluded.slug, name = excluded.name,
        price = excluded.price, was = excluded.was, unit = excluded.unit, content = excluded.content, measure = excluded.measure,
        photo = excluded.photo, alt = excluded.alt, returns_on = excluded.returns_on,
        business = excluded.business, business_slug = excluded.business_slug, place = excluded.place
        """);

    // the goods of a KIM that is suspended or dissolved are not shown
    private static SqlPart Lying(Sql which) => SqlPart.Of(
        $"""
        select p.product_id, p.business_id, b.group_id, b.village, p.section, p.category, b.status = {(short)BusinessStatus.Open} as is_open,
               b.status = {(short)BusinessStatus.Open} or (b.status = {(short)BusinessStatus.Closed} and b.returns_on is not null) as is_listed,
               p.listed_at - case when b.status = {(short)BusinessStatus.Open} then interval '0' else {Behind} end as listed_at,
               p.slug, p.name, p.price, p.was, p.unit, p.content, p.measure, p.photo, p.alt, coalesce(p.returns_on, b.returns_on) as returns_on,
               b.name as business, b.slug as business_slug, r.place
        from products p
        join businesses b on b.business_id = p.business_id
        join groups k on k.group_id = b.group_id
        join app.regions r on r.code = b.village
        where p.status = {(short)ProductStatus.Published} and k.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
          and {SqlPart.Of(which)}
        """);
}
