using Kim.Market.Domain.Businesses;
using Npgsql;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>A business as those who work there, or look after it, have it before them.</summary>
public sealed record OwnShop(
    Guid BusinessId, string Name, string Slug, short Status, string? Note, string Place, string? PickupPlace, string? PickupHours,
    long? DeliveryFee, string? DeliveryArea, DateOnly? ReturnsOn, bool Codes)
{
    public BusinessStatus State => (BusinessStatus)Status;
}

/// <summary>Reads businesses for their owners; every statement draws that line itself.</summary>
public sealed class OwnShops(NpgsqlDataSource db)
{
    /// <summary>Null when the asker does not own it.</summary>
    /// <param name="mayHelp">Also for whoever helps with its goods, for as long as nobody owns it.</param>
    public async Task<OwnShop?> FindAsync(Asker asker, string slug, CancellationToken ct, bool mayHelp = false) => await db.RowAsync<OwnShop>(
        $"""
        select b.business_id, b.name, b.slug, b.status, b.note, r.full_place as place, b.pickup_place, b.pickup_hours, b.delivery_fee, b.delivery_area, b.returns_on, b.codes
        from businesses b
        join app.regions r on r.code = b.village
        where b.slug = {slug} and exists (
            select from memberships m
            where m.scope = b.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller} and (
                m.role = {nameof(BusinessRole.Owner)}
                or ({mayHelp} and m.role = {nameof(BusinessRole.GoodsHelper)} and not exists (
                    select from memberships o where o.scope = b.business_id and o.desk = {Desk.Seller} and o.role = {nameof(BusinessRole.Owner)}))))
        """, ct);
}
