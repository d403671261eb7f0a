using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Results;

/// <summary>The figures that everybody may open to their rows.</summary>
public static class PublicFigures
{
    /// <summary>As the result page shows them.</summary>
    public static IReadOnlyList<LedgerFigure> All { get; } = [LedgerFigure.AwakeGroups, LedgerFigure.Businesses, LedgerFigure.Completed, LedgerFigure.Turnover];

    public static LedgerFigure? Find(string slug) => All.FirstOrDefault(figure => figure.Slug == slug);

    /// <summary>Everything up to now, as it is known now.</summary>
    public static LedgerQuestion Everything(DateTimeOffset now) =>
        new(null, null, null, null, LedgerQuestion.Beginning, DateFormat.DayIn(now, Zone.Wita), Sight.Terkoreksi);
}
