namespace Kim.Market.Domain;

/// <summary>Why a request was turned down: a stable code, and the one value its sentence may need in any language.</summary>
public sealed record Refusal(string Code, object? Detail = null);
