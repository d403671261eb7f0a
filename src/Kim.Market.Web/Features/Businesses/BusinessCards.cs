using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Businesses;

/// <summary>What a list shows of an UMKM.</summary>
public sealed record BusinessCardRow(Guid BusinessId, string Name, string Slug, short Status, string Place, int Products)
{
    public KimCard Card(Words words) => Status == (short)BusinessStatus.Open
        ? new(Name, $"~/toko/{Slug}", Place, words["{0} produk", Products])
        : new(Name, $"~/toko/{Slug}", Place, words["Sedang tutup"], "idle");
}

/// <summary>Where a page of UMKM ended; the next one starts behind it.</summary>
public sealed record BusinessKey(string Name, Guid BusinessId)
{
    /// <summary>Null for a text that is no key: the list then begins at its top.</summary>
    public static BusinessKey? Read(string? text) => Cursor.TryRead(text, out string name, out var id) ? new(name, id) : null;

    public static string After(BusinessCardRow business) => Cursor.Of(business.Name, business.BusinessId);
}

/// <summary>The statements behind lists of UMKM: approved ones by name, paged by key. Pages read them beside their own.</summary>
public static class BusinessCards
{
    public const int PageSize = 24;

    private static readonly BusinessKey Top = new("", Guid.Empty);

    /// <summary>Everybody a KIM curates.</summary>
    public static Sql OfGroup(string slug, BusinessKey? after)
    {
        var from = after ?? Top;
        return $"""
            select b.business_id, b.name, b.slug, b.status, r.place,
                   (select count(*) from products p where p.business_id = b.business_id and p.status = 1)::int as products
            from businesses b
            join app.regions r on r.code = b.village
            where b.group_id = (select group_id from groups where slug = {slug}) and b.status in (1, 2)
              and (b.name, b.business_id) > ({from.Name}, {from.BusinessId})
            order by b.name, b.business_id
            limit {PageSize + 1}
            """;
    }

    /// <summary>Everybody in a village, or anywhere inside a wider region.</summary>
    public static Sql OfRegion(RegionCode region, BusinessKey? after)
    {
        var from = after ?? Top;
        return $"""
            select b.business_id, b.name, b.slug, b.status, r.place,
                   (select count(*) from products p where p.business_id = b.business_id and p.status = 1)::int as products
            from businesses b
            join app.regions r on r.code = b.village
            where b.village ~>=~ {region.Value} and b.village ~<~ {region.Value + '/'} and b.status in (1, 2)
              and (b.name, b.business_id) > ({from.Name}, {from.BusinessId})
            order by b.name, b.business_id
            limit {PageSize + 1}
            """;
    }
}
