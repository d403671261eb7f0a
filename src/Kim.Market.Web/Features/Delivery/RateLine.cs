using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Delivery;

/// <summary>A line of a business's table with the name of its place.</summary>
public sealed record RateLine(string Code, string Place, string FullPlace, long Price, long? Minimum, long? FreeFrom, int? Days)
{
    public DeliveryRate Rate => new(RegionCode.Parse(Code), new(Price), Money(Minimum), Money(FreeFrom), Days);

    /// <summary>The table of a business with names, larger regions before those within.</summary>
    public static Sql Of(string slug) =>
        $"""
        select r.code, r.place, r.full_place, (x ->> 'Price')::bigint as price, (x ->> 'Minimum')::bigint as minimum,
               (x ->> 'FreeFrom')::bigint as free_from, (x ->> 'Days')::int as days
        from businesses b
        cross join lateral jsonb_array_elements(b.rates) x
        join app.regions r on r.code = x ->> 'Region'
        where b.slug = {slug}
        order by r.code
        """;

    private static Rupiah? Money(long? amount) => amount is { } known ? new(known) : null;
}
