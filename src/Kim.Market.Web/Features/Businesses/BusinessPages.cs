using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Certificates;
using Kim.Market.Web.Features.Delivery;
using Kim.Market.Web.Features.MarketDays;
using Kim.Market.Web.Features.Reviews;
using Kim.Market.Web.Features.Stories;
using Npgsql;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>An UMKM with everything its stall says about it and the KIM behind it. Its number is not among it.</summary>
public sealed record BusinessPage(
    Guid BusinessId, string Name, string Slug, short Kind, string About, short Status, string? PickupPlace, string? PickupHours,
    long? DeliveryFee, string? DeliveryArea, string Rates, bool? Ships, string? ShipsHow, DateTime RegisteredAt, string Village, string Place, string TimeZone, int Products,
    Guid GroupId, string Group, string GroupSlug, short GroupStatus, string? Colour, bool Helped, DateOnly? ReturnsOn, string? Stories,
    string? Badges, string? RateLines, string? Reviews, string? Markets)
{
    /// <summary>What it asks for bringing goods.</summary>
    public DeliveryRates Delivers => RateTable.Read(Village, DeliveryFee, Rates, Ships);

    /// <summary>What buyers say of its goods, all told.</summary>
    public ReviewSummary Said => ReviewSummary.Read(Reviews);

    /// <summary>Where its KIM hands out what was ordered at several stalls.</summary>
    public IReadOnlyList<KnownMarketDay> MarketDays => Lists.Read<KnownMarketDay>(Markets);

    /// <summary>What KIM tell of it.</summary>
    public IReadOnlyList<StoryTeaser> Tellings => StoryTeaser.Read(Stories);
}

/// <summary>Reads what a stall shows. An UMKM that no KIM has approved yet has no stall.</summary>
public sealed class BusinessPages(NpgsqlDataSource db, TimeProvider clock)
{
    /// <summary>The stall, what is proven or said of it, and where it brings goods at what price.</summary>
    public async Task<(BusinessPage Business, List<Badge> Badges, List<RateLine> Rates)?> FindAsync(string slug, CancellationToken ct)
    {
        var found = await db.RowAsync<BusinessPage>(
            $"""
            select b.business_id, b.name, b.slug, b.kind, b.about, b.status, b.pickup_place, b.pickup_hours, b.delivery_fee,
                   b.delivery_area, b.rates::text as rates, b.ships, b.ships_how, b.registered_at, b.village, r.place, r.time_zone,
                   (select count(*) from products p where p.business_id = b.business_id and p.status = 1)::int as products,
                   g.group_id, g.name as "group", g.slug as group_slug, g.status as group_status, g.colour, b.helpers > 0 as helped, b.returns_on, {StoryTeaser.OfBusiness} as stories,
                   {Lists.Of(Certificates.Badges.OfBusiness(slug, clock.GetUtcNow()))} as badges, {Lists.Of(RateLine.Of(slug))} as rate_lines,
                   {ReviewSummary.OfBusiness} as reviews, {MarketBook.OfKim} as markets
            from businesses b
            join groups g on g.group_id = b.group_id
            join app.regions r on r.code = b.village
            where b.slug = {slug} and b.status <> 0
            """, ct);
        return found is { } business ? (business, Lists.Read<Badge>(business.Badges), Lists.Read<RateLine>(business.RateLines)) : null;
    }
}
