namespace Kim.Market.Benchmarks;

/// <summary>One way of doing the same thing.</summary>
/// <param name="Operation">Does it once, as the given writer.</param>
public sealed record Variant(string Name, Func<int, Task> Operation);
