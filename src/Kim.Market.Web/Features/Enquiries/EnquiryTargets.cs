using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Npgsql;

namespace Kim.Market.Web.Features.Enquiries;

/// <summary>A KIM that can be asked about a village.</summary>
public sealed record AskedKim(Guid GroupId, string Name, string Slug);

/// <summary>A KIM that everybody sees, and where it is at home.</summary>
public sealed record PublicKim(Guid GroupId, string Name, string Slug, string Seat);

/// <summary>What an enquiry is about when it is about one thing of a village.</summary>
public sealed record AskedThing(Guid Id, string Title, Guid GroupId, bool IsProduct);

/// <summary>Knows who answers for a village: the KIM that work there, those first that are at home there.</summary>
public sealed class EnquiryTargets(NpgsqlDataSource db)
{
    private const int Most = 12;

    /// <param name="potential">The address of a potential that is shown for the village; null for none.</param>
    /// <param name="product">The address of goods from there; null for none.</param>
    /// <param name="from">The address of a KIM from whose page somebody comes; null for none.</param>
    /// <param name="to">A KIM that was chosen; null for none.</param>
    public async Task<(IReadOnlyList<AskedKim> Kims, AskedThing? About)> OfAsync(
        RegionCode village, string? potential, string? product, string? from, Guid? to, CancellationToken ct)
    {
        var about = await AboutAsync(village, potential, product, ct);
        var district = village.District.Value;
        var kims = await db.RowsAsync<AskedKim>(
            $"""
            select g.group_id, g.name, g.slug
            from groups g
            where g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant})
              and (g.seat in ({village.Value}, {district}) or g.area && array[{village.Value}, {district}])
            order by g.group_id = {about?.GroupId}::uuid desc nulls last, (g.group_id = {to}::uuid or g.slug = {from}::text) desc nulls last, g.status, g.seat <> {village.Value}, g.name
            limit {Most}
            """, ct);
        return (kims, about);
    }

    /// <summary>Null for a KIM that never was active, or is suspended.</summary>
    public Task<PublicKim?> KimAsync(string slug, CancellationToken ct) => db.RowAsync<PublicKim>(
        $"""
        select g.group_id, g.name, g.slug, g.seat from groups g
        where g.slug = {slug} and g.status in ({(short)GroupStatus.Active}, {(short)GroupStatus.Dormant}, {(short)GroupStatus.Dissolved})
        """, ct);

    private async Task<AskedThing?> AboutAsync(RegionCode village, string? potential, string? product, CancellationToken ct) =>
        potential is not null && Slug.IsValid(potential) ? await db.RowAsync<AskedThing>(
            $"""
            select v.potential_id as id, v.title, v.group_id, false as is_product
            from potentials v where v.slug = {potential} and v.shown is not null and v.village = {village.Value}
            """, ct)
        : product is not null && Slug.IsValid(product) ? await db.RowAsync<AskedThing>(
            $"""
            select p.product_id as id, p.name as title, b.group_id, true as is_product
            from products p join businesses b on b.business_id = p.business_id
            where p.slug = {product} and p.published_at is not null and b.status = 1 and b.village = {village.Value}
            """, ct)
        : null;
}
