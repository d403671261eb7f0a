using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Npgsql;

namespace Kim.Market.Web.Features.Delivery;

/// <summary>A business whose delivery prices the asker may set.</summary>
public sealed record RateShop(Guid BusinessId, string Name, string Slug, string Place, long? OnePrice, bool? Ships, string? ShipsHow);

/// <summary>Reads businesses for those who set their prices; every statement draws that line itself.</summary>
public sealed class RateShops(NpgsqlDataSource db)
{
    /// <summary>Null when the asker has no say in its prices: who only carries orders on has none.</summary>
    public async Task<(RateShop Shop, List<RateLine> Lines)?> FindAsync(Asker asker, string slug, CancellationToken ct)
    {
        await using var batch = db.CreateBatch();
        batch.Add(
            $"""
            select b.business_id, b.name, b.slug, r.full_place as place, b.delivery_fee as one_price, b.ships, b.ships_how
            from businesses b
            join app.regions r on r.code = b.village
            where b.slug = {slug} and exists (
                select from memberships m
                where m.scope = b.business_id and m.member_id = {asker.Scope} and m.desk = {Desk.Seller}
                  and m.role in ({nameof(BusinessRole.Owner)}, {nameof(BusinessRole.Staff)}, {nameof(BusinessRole.GoodsHelper)}))
            """);
        batch.Add(RateLine.Of(slug));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var shops = await reader.RowsAsync<RateShop>(ct);
        await reader.NextResultAsync(ct);
        var lines = await reader.RowsAsync<RateLine>(ct);
        return shops is [var shop] ? (shop, lines) : null;
    }
}
