namespace Kim.Market.Domain.Villages;

/// <summary>The four rungs of a desa wisata: rintisan, berkembang, maju, mandiri. The numbers are stored.</summary>
public enum TourismClass { Pioneering, Growing, Advanced, Independent }

/// <summary>What a village is as one that receives visitors, since a year.</summary>
/// <param name="Year">The year of the decree that says so.</param>
/// <param name="Source">The decree, usually of the regency.</param>
public sealed record TourismStanding(TourismClass Class, int Year, string Source)
{
    private const int FirstYear = 2000;

    internal TourismStanding Tidy() => this with { Source = Source.Trim() };

    internal Refusal? Problem(DateOnly today) =>
        !Enum.IsDefined(Class) ? VillageRefusals.Class : VillageRecord.YearOrSourceProblem(Year, FirstYear, Source, today);
}
