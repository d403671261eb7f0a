namespace Kim.Market.Domain;

/// <summary>Someone with an account. Only ever an <see cref="Id{T}"/> here: who it is stands in the vault.</summary>
public sealed record Member;
