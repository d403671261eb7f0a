using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Reports;

/// <summary>Everything that can happen to a report. The type names are stored: rename one and history is lost.</summary>
public abstract record ReportEvent
{
    private protected ReportEvent() { }
}

/// <summary>An office has put on paper what came of a time in its region. No person stands in it.</summary>
/// <param name="From">The first day that counts.</param>
/// <param name="Until">The last.</param>
/// <param name="IsAsKnown">As it could be known on the last day; else as it is known when it is issued.</param>
/// <param name="Fingerprint">Of all that it says: SHA-256 in lower-case hexadecimals.</param>
public sealed record ReportIssued(
    Id<Report> Report, string Code, Id<Office> Office, RegionCode Region, DateOnly From, DateOnly Until, bool IsAsKnown, Letterhead Letterhead,
    ReportLine[] Lines, string Fingerprint, DateTimeOffset At) : ReportEvent;
