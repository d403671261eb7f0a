using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil/wilayah/{kode} and /hasil/kim/{kim} — what came of it in a place, from a province to a village, or of one KIM; in a month, or in all the time.</summary>
[OpenTo(Audience.Everyone, What = "Melihat hasil sebuah wilayah atau KIM"), CachedPage(VaryBy = ["bulan"])]
public sealed class PlaceModel(ResultScopes scopes, LedgerDesk desk, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "kode")] public string? Code { get; init; }

    [FromRoute(Name = "kim")] public string? Kim { get; init; }

    [FromQuery(Name = "bulan")] public string? AskedMonth { get; init; }

    public ResultScope Scope { get; private set; } = null!;

    public ResultTime Time { get; private set; } = null!;

    public LedgerSummary Summary { get; private set; } = null!;

    public MonthlyTrend Trend { get; private set; } = null!;

    /// <summary>Places within, by what they sold; none below a village.</summary>
    public IReadOnlyList<LedgerPlace> Places => Scope.Slug is null && Scope.Code.Length <= LongestWider ? [.. Summary.Places.Where(place => place.Name is not null)] : [];

    /// <summary>Of a kecamatan: what is longer is a village.</summary>
    private const int LongestWider = 8;

    public bool IsEmpty => PublicFigures.All.All(figure => Summary.Of(figure) == 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);
        if (!ResultTime.TryRead(AskedMonth, today, out var time) || await FindAsync(time, ct) is not { } scope)
        {
            return NotFound();
        }

        (Time, Scope) = (time, scope);
        Summary = await desk.LookAsync(scope.Of(time), PublicFigures.All, LedgerFigure.Turnover, ct);
        Trend = MonthlyTrend.Of(Summary.Months.Select(month => new MonthTotal((short)Metric.CompletedOrder, month.Month, month.Orders, month.Value)), time.Day);
        PageTags.Of(HttpContext).Add(PageDrops.Results).Add(PageDrops.Stories).Until(PastDay.EndOf(today, Zone.Wita));
        return Page();
    }

    /// <summary>The rows behind a figure, of the same place and time.</summary>
    public string RowsOf(LedgerFigure figure, string? format = null)
    {
        var query = new QueryBuilder { { Scope.Filter.Name, Scope.Filter.Value } };
        foreach (var (name, value) in ((string, string?)[])[("bulan", Time.Value), ("format", format)])
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return $"~/hasil/{figure.Slug}{query.ToQueryString()}";
    }

    private async Task<ResultScope?> FindAsync(ResultTime time, CancellationToken ct) =>
        Kim is not null ? Slug.IsValid(Kim) ? await scopes.KimAsync(Kim, time, ct) : null
        : RegionCode.TryParse(Code, null, out var code) ? await scopes.PlaceAsync(code, time, ct)
        : null;
}
