using System.Text.Json;
using Kim.Market.Domain;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Products;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>What a village sells by season, as it is read beside its other lists.</summary>
public sealed record SeasonGoods(string Slug, string Name, string Unit, string Terms, string? Sold);

/// <summary>One of the goods with its twelve months: as its seller declares them, and as it was really sold.</summary>
public sealed record CalendarRow(string Slug, string Name, string Unit, SeasonStrip Strip);

/// <summary>The season calendar of a village: what is declared beside what was sold in the last twelve months.</summary>
public static class SeasonCalendar
{
    /// <summary>More rows than this nobody compares; the rest stands on the pages of the goods.</summary>
    public const int Most = 12;

    /// <summary>The statement for the page of a village, which reads it beside its own lists; of a wider place nothing.</summary>
    public static Sql OfPlace(RegionCode place, DateTimeOffset now) =>
        $"""
        select p.slug, p.name, p.unit, p.terms::text as terms, {SeasonStrip.Sold(now)} as sold
        from businesses b
        join shelf s on s.business_id = b.business_id and s.is_listed
        join products p on p.product_id = s.product_id
        where b.village = {place.Value} and b.status = 1 and p.turns_on is not null
        order by p.name, p.product_id
        limit {(place.Value.Length > 8 ? Most : 0)}
        """;

    public static IReadOnlyList<CalendarRow> Of(IEnumerable<SeasonGoods> goods, DateTimeOffset now) =>
    [
        .. from row in goods
           let season = JsonSerializer.Deserialize(row.Terms, ProductJson.Default.Terms)!.Season
           where season is not null
           select new CalendarRow(row.Slug, row.Name, row.Unit, SeasonStrip.Of(season, row.Sold, now)!),
    ];
}
