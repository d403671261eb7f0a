namespace Kim.Market.Domain.Reports;

/// <summary>Which part of a report a line belongs to. The numbers are stored.</summary>
public enum ReportPart
{
    /// <summary>A figure of the office's desk, beside what it was a year before.</summary>
    Figure,

    /// <summary>The value of what was sold in a month, beside the number of orders.</summary>
    Month,

    /// <summary>The value of what was sold in a place within.</summary>
    Place,
}

/// <summary>One number of a report.</summary>
/// <param name="Key">The figure's name in addresses, the month as <c>2026-09</c>, the code of the place.</param>
/// <param name="Beside">The number that stands beside it.</param>
/// <param name="Seal">Of a figure, SHA-256 over the rows that it opens to; else empty.</param>
public sealed record ReportLine(ReportPart Part, string Key, long Value, long Beside, string Seal);
