using System.Text.Json;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Products;

/// <summary>Reads what a product's page shows. A draft has no page; what was once on the stall keeps it.</summary>
public sealed class ProductPages(NpgsqlDataSource db, TimeProvider clock)
{
    private const int Neighbours = 5;

    /// <summary>Every price a product ever had; null when nobody ever saw such a product.</summary>
    public async Task<IReadOnlyList<PriceStep>?> StepsAsync(string slug, CancellationToken ct) =>
        await db.RowsAsync<string>(
            $"""
            select p.prices::text from products p join businesses b on b.business_id = p.business_id
            where p.slug = {slug} and p.published_at is not null and b.status <> {(short)BusinessStatus.Registered}
            """, ct) is [var prices]
            ? JsonSerializer.Deserialize(prices, ProductJson.Default.PriceStepArray)
            : null;

    /// <summary>The product, and the newest others from its KIM; null when nobody ever saw such a product.</summary>
    public async Task<(ProductPage Product, List<ProductCardRow> Others)?> FindAsync(string slug, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select p.product_id, p.slug, p.name, p.category, p.unit, p.content, p.measure, p.about, p.price, p.was, p.discount_until, p.prices::text,
                   p.photo, p.alt, p.photos::text, p.terms::text, p.story::text, p.returns_on, p.family_id, p.status, s.on_hand - s.reserved as available,
                   b.business_id, b.name as business, b.slug as business_slug, b.status as business_status, b.registered_at,
                   b.pickup_place, b.pickup_hours, b.delivery_fee, b.delivery_area, b.rates::text as rates, b.ships, b.village, r.place, r.time_zone,
                   g.group_id, g.name as "group", g.slug as group_slug, g.status as group_status, g.colour, b.helpers > 0 as helped,
                   case when p.family_id is not null then {Options} end as options, {Certificates.Badges.OfProduct(clock.GetUtcNow())} as badges,
                   {Stories.StoryTeaser.OfProduct} as stories, {Reviews.ReviewSummary.OfProduct} as reviews,
                   {Harvests.HarvestCard.OfProduct} as harvest, case when p.turns_on is not null then {Harvests.SeasonStrip.Sold(clock.GetUtcNow())} end as sold,
                   {MarketDays.MarketBook.OfKim} as markets
            from products p
            join businesses b on b.business_id = p.business_id
            join groups g on g.group_id = b.group_id
            join stock_levels s on s.product_id = p.product_id
            join app.regions r on r.code = b.village
            where p.slug = {slug} and p.published_at is not null and b.status <> {(short)BusinessStatus.Registered}
            """);
        batch.Add(ProductCards.Beside(slug, Neighbours));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var found = await reader.RowsAsync<ProductPage>(ct);
        await reader.NextResultAsync(ct);
        var others = await reader.RowsAsync(ProductCards.Read, ct);
        return found is [var product] ? (product, others) : null;
    }

    /// <summary>What a thing <c>p</c> comes in, cheapest first; what is off the stall is left out, but not the one that is looked at.</summary>
    private static SqlPart Options => SqlPart.Of(
        $"""
        (select jsonb_agg(to_jsonb(o)) from (
            select q.product_id, q.slug, q.option, q.price, qs.on_hand - qs.reserved as available, q.returns_on
            from products q
            join stock_levels qs on qs.product_id = q.product_id
            where q.family_id = p.family_id and (q.status = {(short)ProductStatus.Published} or q.product_id = p.product_id)
            order by q.price, q.option, q.product_id
            limit {Product.MostOptions}) o)::text
        """);
}
