namespace Kim.Market.Web.Features.Ledger;

/// <summary>Whose an entry is, and where.</summary>
/// <param name="Group">Null where no KIM works.</param>
public sealed record Owner(Guid? Group, Guid? Business, string Village, string[] Themes);

/// <summary>What part of an order's value belongs to one section of goods.</summary>
public sealed record SectionPart(string Section, long Amount);

/// <summary>Something counts from here on.</summary>
/// <param name="At">When it happened; of an order that is counted again, when it was completed.</param>
/// <param name="Recorded">When it became known here.</param>
/// <param name="Stream">The event that made it …</param>
/// <param name="Version">… is this one of that stream.</param>
public sealed record Started(
    Metric Metric, Guid Subject, Owner Owner, DateTimeOffset At, DateTimeOffset Recorded, Guid Stream, long Version)
{
    public long Amount { get; init; }

    public IReadOnlyList<SectionPart> Parts { get; init; } = [];

    /// <summary>How far the goods went; null where nobody said.</summary>
    public short? Distance { get; init; }

    public bool? Returning { get; init; }

    /// <summary>Null while it counts.</summary>
    public Ending? End { get; init; }
}

/// <summary>From when on something counts no more.</summary>
/// <param name="At">When it happened; of what never should have counted, when it began to.</param>
public sealed record Ending(DateTimeOffset At, DateTimeOffset Recorded, Guid? Stream, long? Version);

/// <summary>What had begun on an earlier page ends.</summary>
public sealed record Ended(Metric Metric, Guid Subject, Ending End);
