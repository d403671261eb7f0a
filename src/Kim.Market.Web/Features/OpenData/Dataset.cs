using Kim.Market.Web.Features.Ledger;

namespace Kim.Market.Web.Features.OpenData;

/// <summary>A figure of the ledger as open data: a number for each place and year.</summary>
public sealed record Dataset(LedgerFigure Figure)
{
    /// <summary>What all its rows say under <c>periode</c>.</summary>
    public const string Yearly = "tahunan";

    public static IReadOnlyList<Dataset> All { get; } = [.. LedgerFigure.All.Select(figure => new Dataset(figure))];

    /// <summary>The part of its addresses that stays the same for good.</summary>
    public string Slug => Figure.Slug;

    public string Code => $"PASARKIM.{Figure.Slug.ToUpperInvariant()}";

    /// <summary>KIM and places are no persons; behind everything else there are some.</summary>
    public bool IsOfPeople => Figure.Once is Once.Each or Once.Business && Figure.Metrics[0] is not (Metric.AwakeGroup or Metric.QuietGroup or Metric.StillGroup);

    public static Dataset? Find(string? slug) => All.FirstOrDefault(dataset => dataset.Slug == slug);
}
