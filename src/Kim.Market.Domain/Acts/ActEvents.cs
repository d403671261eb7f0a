using Kim.Market.Domain.Products;

namespace Kim.Market.Domain.Acts;

/// <summary>Everything that can happen to an act. The type names are stored: rename one and history is lost.</summary>
public abstract record ActEvent
{
    private protected ActEvent() { }
}

public sealed record ActDone(Id<Act> Act, ActKind Kind, Guid Desk, Id<Product>[] Products, DateTimeOffset At) : ActEvent;

/// <summary>Its products were set to what they would be without it.</summary>
public sealed record ActUndone(DateTimeOffset At) : ActEvent;

/// <summary>Its products were set to what they would be had nobody undone it.</summary>
public sealed record ActRedone(DateTimeOffset At) : ActEvent;
