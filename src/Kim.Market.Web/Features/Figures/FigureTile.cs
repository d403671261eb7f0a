using Kim.Market.Web.Features.Ledger;

namespace Kim.Market.Web.Features.Figures;

/// <summary>A figure of the desk, beside the year before, and where it opens.</summary>
/// <param name="Share">What it is a part of; null where it is of nothing.</param>
/// <param name="Rows">Where its rows are.</param>
/// <param name="File">Where they are as a file.</param>
public sealed record FigureTile(LedgerFigure Figure, long Now, long Before, string? Share, string Rows, string File);
