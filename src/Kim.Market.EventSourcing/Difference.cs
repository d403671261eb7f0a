namespace Kim.Market.EventSourcing;

/// <summary>A row that is not what the events say.</summary>
/// <param name="Key">Its primary key.</param>
/// <param name="Stored">The row as it stands; null when it is missing.</param>
/// <param name="Expected">The row as it should be; null when there should be none.</param>
public sealed record Difference(string Table, string Key, string? Stored, string? Expected);
