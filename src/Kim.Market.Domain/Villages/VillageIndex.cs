namespace Kim.Market.Domain.Villages;

/// <summary>How far a village has come, as the ministry reckons it. The numbers are stored.</summary>
public enum VillageStatus { FarBehind, Behind, Growing, Advanced, Independent }

/// <summary>The index of a village in one year.</summary>
/// <remarks>
/// Until 2024 the Indeks Desa Membangun of Permendesa 2/2016, whose score says the status; from 2025 the Indeks Desa in its place, with the
/// same five statuses reckoned in another way.
/// </remarks>
/// <param name="Score">0 to 1 with four decimals at most; null where only the status is known.</param>
/// <param name="Source">Where it stands: a decree, or the ministry's list.</param>
public sealed record VillageIndex(VillageStatus Status, decimal? Score, int Year, string Source)
{
    /// <summary>The first year of the index that took the place of the IDM.</summary>
    public const int NewSince = 2025;

    private const int FirstYear = 2015;

    /// <summary>What the ministry called it that year.</summary>
    public bool IsOfOldKind => Year < NewSince;

    /// <summary>The status that a score of the IDM says, by the bounds of Permendesa 2/2016.</summary>
    public static VillageStatus StatusOf(decimal score) => score switch
    {
        <= 0.4907m => VillageStatus.FarBehind,
        <= 0.5989m => VillageStatus.Behind,
        <= 0.7072m => VillageStatus.Growing,
        <= 0.8155m => VillageStatus.Advanced,
        _ => VillageStatus.Independent,
    };

    internal VillageIndex Tidy() => this with { Source = Source.Trim() };

    internal Refusal? Problem(DateOnly today) =>
        !Enum.IsDefined(Status) ? VillageRefusals.Status
        : Score is { } score && (score is < 0 or > 1 || decimal.Round(score, 4) != score) ? VillageRefusals.Score
        : VillageRecord.YearOrSourceProblem(Year, FirstYear, Source, today) is { } problem ? problem
        : IsOfOldKind && Score is { } known && StatusOf(known) != Status ? VillageRefusals.ScoreDisagrees
        : null;
}
