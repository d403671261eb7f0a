using Kim.Market.Domain;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Ledger;

/// <summary>By which clock a day of the past is seen. The words stand in addresses.</summary>
public enum Sight
{
    /// <summary>As we know it today: everything that had happened by then, whenever it became known.</summary>
    Terkoreksi,

    /// <summary>As it could be known then: whatever was recorded by that day, right or wrong.</summary>
    SaatItu,
}

/// <summary>What is asked of the ledger. A month begins, and a day ends, by the clock of central Indonesia (WITA).</summary>
/// <param name="Asker">An officer of a region around the place; null for what everybody may know.</param>
/// <param name="Region">The place and all that lies in it; null for all there is.</param>
/// <param name="Theme">Only of KIM with this theme.</param>
/// <param name="Section">Only of this kind of goods.</param>
/// <param name="From">The first day of what happened; what there is, is counted on the last day.</param>
/// <param name="Day">The last day.</param>
public sealed record LedgerQuestion(Asker? Asker, RegionCode? Region, string? Theme, string? Section, DateOnly From, DateOnly Day, Sight Sight)
{
    /// <summary>Before anything ever happened here.</summary>
    public static readonly DateOnly Beginning = new(2000, 1, 1);

    /// <summary>Only of this KIM, and of what it looks after; null for all.</summary>
    public Guid? Kim { get; init; }

    /// <summary>All there is of a place in the year so far: what a desk begins with.</summary>
    public static LedgerQuestion ThisYear(Asker asker, RegionCode region, DateOnly today) =>
        new(asker, region, null, null, new DateOnly(today.Year, 1, 1), today, Sight.Terkoreksi);

    /// <summary>The same a year before.</summary>
    public LedgerQuestion YearBefore() => this with { From = From == Beginning ? From : From.AddYears(-1), Day = Day.AddYears(-1) };

    /// <summary>The first moment that is too late.</summary>
    public DateTimeOffset Until => StartOf(Day.AddDays(1));

    public DateTimeOffset Since => StartOf(From);

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Zone.Wita.Offset);
}
