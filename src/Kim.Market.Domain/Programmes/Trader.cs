namespace Kim.Market.Domain.Programmes;

/// <summary>What one business sold in as many days before a programme as after it.</summary>
/// <param name="Peers">Region and category: only businesses of the same are held against each other.</param>
public sealed record Trader(string Peers, Rupiah Before, Rupiah After);
