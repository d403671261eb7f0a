using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil — what came of it all: four figures that open, a year's trend, and what is not good yet.</summary>
[OpenTo(Audience.Everyone, What = "Melihat hasil"), CachedPage]
public sealed class IndexModel(ResultTotals totals, TimeProvider clock) : PageModel
{
    public DateTimeOffset Now { get; private set; }

    public ResultSummary Summary { get; private set; } = null!;

    public MonthlyTrend Trend { get; private set; } = null!;

    /// <summary>Orders of the trend's months: all that were placed, and those that nobody answered.</summary>
    public long Placed { get; private set; }

    public long Unanswered { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Now = clock.GetUtcNow();
        Summary = await totals.ReadAsync(ct);
        var today = DateFormat.DayIn(Now, Zone.Wita);
        Trend = MonthlyTrend.Of(Summary.Months.Where(month => month.Metric == (short)Metric.CompletedOrder), today);
        Placed = Summary.Count(Metric.PlacedOrder, MonthlyTrend.FirstMonth(today));
        Unanswered = Summary.Count(Metric.UnansweredOrder, MonthlyTrend.FirstMonth(today));
        PageTags.Of(HttpContext).Add(PageDrops.Results);
    }
}
