namespace Kim.Market.EventSourcing;

/// <summary>Who caused a commit, on whose behalf, and as part of what.</summary>
/// <param name="At">When it is recorded; null means: now, by the store's clock.</param>
/// <param name="Origin">From where it came; what is not said is asked of <see cref="IOrigins"/>.</param>
public sealed record Metadata(
    Guid? Actor = null,
    Guid? OnBehalfOf = null,
    string? Correlation = null,
    string? Causation = null,
    DateTimeOffset? At = null,
    Origin? Origin = null);
