using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Villages;

/// <summary>Everything that can happen to what is on record of a village. The type names are stored: rename one and history is lost.</summary>
public abstract record VillageEvent
{
    private protected VillageEvent() { }
}

/// <summary>An office has something to record of a village for the first time.</summary>
public sealed record VillageRecordOpened(Id<VillageRecord> Record, RegionCode Village, DateTimeOffset At) : VillageEvent;

/// <summary>The index of one year; what was recorded of that year before was a mistake.</summary>
public sealed record VillageIndexRecorded(
    VillageStatus Status, decimal? Score, int Year, string Source, Id<Office> Office, DateTimeOffset At) : VillageEvent;

/// <summary>Nothing is known of that year after all.</summary>
public sealed record VillageIndexStruck(int Year, Id<Office> Office, DateTimeOffset At) : VillageEvent;

/// <summary>Its class as a desa wisata, by what was decreed in one year.</summary>
public sealed record VillageClassRecorded(TourismClass Class, int Year, string Source, Id<Office> Office, DateTimeOffset At) : VillageEvent;

/// <summary>Nothing was decreed in that year after all.</summary>
public sealed record VillageClassStruck(int Year, Id<Office> Office, DateTimeOffset At) : VillageEvent;
