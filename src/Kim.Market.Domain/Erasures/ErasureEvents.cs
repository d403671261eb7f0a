namespace Kim.Market.Domain.Erasures;

/// <summary>Everything that can happen to a wish to be forgotten. The type names are stored: rename one and history is lost.</summary>
public abstract record ErasureEvent
{
    private protected ErasureEvent() { }
}

/// <summary>Somebody asked that what is known of them be erased.</summary>
/// <param name="Subject">The buyer of one checkout, or the member: an id, and after the erasure an id of nobody.</param>
/// <param name="DueAt">When it is done at the latest, even where something is still open (UU 27/2022: 3 × 24 hours).</param>
public sealed record ErasureRequested(
    Id<Erasure> Erasure, ErasureScope Scope, Guid Subject, DateTimeOffset DueAt, DateTimeOffset At) : ErasureEvent;

/// <summary>The key to the person was destroyed; what was sealed with it is noise.</summary>
/// <param name="KeptUntil">Until when a copy is kept sealed apart, because the law asks for it (PP 80/2019 art. 25); null for none.</param>
public sealed record PersonalDataErased(DateOnly? KeptUntil, DateTimeOffset At) : ErasureEvent;

/// <summary>The key to the copy was destroyed as well.</summary>
public sealed record KeptDataDestroyed(DateTimeOffset At) : ErasureEvent;
