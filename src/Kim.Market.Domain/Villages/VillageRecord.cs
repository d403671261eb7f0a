using System.Diagnostics;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Villages;

/// <summary>
/// What others have settled of a village, year by year, as an office of its region has recorded it: its index, and its class as a desa wisata.
/// Every village has at most one, found by its code.
/// </summary>
public sealed record VillageRecord(Id<VillageRecord> Id, RegionCode Village) : IAggregate<VillageRecord, VillageEvent>
{
    /// <summary>One for each year of which something is known.</summary>
    public IReadOnlyDictionary<int, VillageIndex> Indices { get; private init; } = new Dictionary<int, VillageIndex>();

    public IReadOnlyDictionary<int, TourismStanding> Classes { get; private init; } = new Dictionary<int, TourismStanding>();

    public static Id<VillageRecord> Of(RegionCode village) =>
        new(new($"00000000-0000-7000-8001-00{village.Value.Replace(".", "", StringComparison.Ordinal)}"));

    /// <param name="known">Null while nothing is on record.</param>
    public static Decision<VillageEvent> RecordIndex(VillageRecord? known, RegionCode village, VillageIndex index, Id<Office> office, DateTimeOffset now) =>
        village.Kind is not (RegionKind.Village or RegionKind.CustomaryVillage) ? VillageRefusals.OnlyDesa
        : index.Problem(DayOf(now)) is { } problem ? problem
        : known?.Indices.GetValueOrDefault(index.Year) == index.Tidy() ? []
        : Opened(known, village, new VillageIndexRecorded(index.Status, index.Score, index.Year, index.Source.Trim(), office, now), now);

    /// <param name="known">Null while nothing is on record.</param>
    public static Decision<VillageEvent> RecordClass(
        VillageRecord? known, RegionCode village, TourismStanding standing, Id<Office> office, DateTimeOffset now) =>
        village.Kind is not (RegionKind.Village or RegionKind.UrbanVillage or RegionKind.CustomaryVillage) ? VillageRefusals.NotAVillage
        : standing.Problem(DayOf(now)) is { } problem ? problem
        : known?.Classes.GetValueOrDefault(standing.Year) == standing.Tidy() ? []
        : Opened(known, village, new VillageClassRecorded(standing.Class, standing.Year, standing.Source.Trim(), office, now), now);

    /// <summary>Takes back what should never have been recorded; it stays in the history.</summary>
    public Decision<VillageEvent> StrikeIndex(int year, Id<Office> office, DateTimeOffset now) =>
        Indices.ContainsKey(year) ? [new VillageIndexStruck(year, office, now)] : [];

    /// <summary>Takes back what should never have been recorded; it stays in the history.</summary>
    public Decision<VillageEvent> StrikeClass(int year, Id<Office> office, DateTimeOffset now) =>
        Classes.ContainsKey(year) ? [new VillageClassStruck(year, office, now)] : [];

    public static VillageRecord Evolve(VillageRecord? state, VillageEvent happened) => (state, happened) switch
    {
        (null, VillageRecordOpened e) => new(e.Record, e.Village),
        (not null, VillageIndexRecorded e) => state with { Indices = With(state.Indices, e.Year, new(e.Status, e.Score, e.Year, e.Source)) },
        (not null, VillageIndexStruck e) => state with { Indices = Without(state.Indices, e.Year) },
        (not null, VillageClassRecorded e) => state with { Classes = With(state.Classes, e.Year, new(e.Class, e.Year, e.Source)) },
        (not null, VillageClassStruck e) => state with { Classes = Without(state.Classes, e.Year) },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {state?.ToString() ?? "nothing"}."),
    };

    internal static Refusal? YearOrSourceProblem(int year, int first, string source, DateOnly today) =>
        year < first || year > today.Year ? VillageRefusals.Year(first)
        : source.Trim().Length is 0 or > Limits.Name ? VillageRefusals.SourceLength
        : PublicText.HoldsNumber(source) ? VillageRefusals.SourceHoldsNumber
        : null;

    private static Decision<VillageEvent> Opened(VillageRecord? known, RegionCode village, VillageEvent happened, DateTimeOffset now) =>
        known is null ? [new VillageRecordOpened(Of(village), village, now), happened] : [happened];

    private static Dictionary<int, T> With<T>(IReadOnlyDictionary<int, T> years, int year, T said) => new(years) { [year] = said };

    private static Dictionary<int, T> Without<T>(IReadOnlyDictionary<int, T> years, int year) => new(years.Where(known => known.Key != year));

    // The year turns first where Indonesia's day does.
    private static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime.AddHours(9));
}
