namespace Kim.Market.Web.Features.Villages;

/// <summary>How dark a place is on a map: by the share of what the place with the most has.</summary>
public sealed class Shades(IReadOnlyCollection<long> counts)
{
    /// <summary>Beside the one for nothing.</summary>
    private const int Steps = 4;

    private readonly long _most = counts.DefaultIfEmpty().Max();

    /// <summary>0 for nothing, else 1 to 4.</summary>
    public int Of(long count) => count == 0 ? 0 : (int)(((count * Steps) + _most - 1) / _most);

    /// <summary>What each shade that is used stands for.</summary>
    public IReadOnlyList<(int Shade, long From, long To)> Legend =>
    [
        .. counts.Distinct().GroupBy(Of).OrderBy(shade => shade.Key).Select(shade => (shade.Key, shade.Min(), shade.Max())),
    ];
}
