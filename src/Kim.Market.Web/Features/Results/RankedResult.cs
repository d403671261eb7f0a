namespace Kim.Market.Web.Features.Results;

/// <summary>One of several that are compared by what they sold, each leading to its own results.</summary>
/// <param name="Total">In whole rupiah.</param>
public sealed record RankedResult(string Address, string Name, long Total);
