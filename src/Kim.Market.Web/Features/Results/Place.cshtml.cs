using Kim.Market.Domain;
using Kim.Market.Web.Caching;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Promotion;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Results;

/// <summary>/hasil/wilayah/{kode} and /hasil/kim/{kim} — what came of it in a place, from a province to a village, or of one KIM; in a month, a year, or in all the time.</summary>
[OpenTo(Audience.Everyone, What = "Melihat hasil sebuah wilayah atau KIM"), CachedPage(VaryBy = ["bulan", "tahun"])]
public sealed class PlaceModel(ResultScopes scopes, LedgerDesk desk, TimeProvider clock) : PageModel
{
    [FromRoute(Name = "kode")] public string? Code { get; init; }

    [FromRoute(Name = "kim")] public string? Kim { get; init; }

    [FromQuery(Name = "bulan")] public string? AskedMonth { get; init; }

    [FromQuery(Name = "tahun")] public string? AskedYear { get; init; }

    public ResultScope Scope { get; private set; } = null!;

    public ResultTime Time { get; private set; } = null!;

    public LedgerSummary Summary { get; private set; } = null!;

    public MonthlyTrend Trend { get; private set; } = null!;

    /// <summary>Places within, by what they sold; none below a village.</summary>
    public IReadOnlyList<RankedResult> Places => Scope.Slug is null && Scope.Code.Length <= LongestWider
        ? [.. Summary.Places.Where(place => place.Name is not null).Select(place => new RankedResult($"~/hasil/wilayah/{place.Code}{Time.Query}", place.Name!, place.Total))]
        : [];

    /// <summary>Of a kecamatan: what is longer is a village.</summary>
    private const int LongestWider = 8;

    /// <summary>KIM of a kecamatan or a village, by what was sold there through them.</summary>
    public IReadOnlyList<RankedResult> Groups => [.. Summary.Groups.Select(kim => new RankedResult($"~/hasil/kim/{kim.Slug}{Time.Query}", kim.Name, kim.Total))];

    /// <summary>What the month before brought, of what is counted by the month; null of anything else.</summary>
    public long? MonthBefore(LedgerFigure figure) => Time.Span != ResultSpan.Month || !figure.IsOfOrders ? null
        : Summary.Months.FirstOrDefault(month => month.Month == Time.From.AddMonths(-1)) is not { } month ? 0
        : figure.Measure == Measure.Rupiah ? month.Value : month.Orders;

    /// <summary>What stands for this page where somebody links to it.</summary>
    public (PieceKind Kind, string Key) Card => Scope.Slug is { } slug ? (PieceKind.GroupResult, ResultPieces.KeyOf(slug, Time)) : (PieceKind.Result, ResultPieces.KeyOf(Scope.Code, Time));

    public bool IsEmpty => PublicFigures.All.All(figure => Summary.Of(figure) == 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);
        if (!ResultTime.TryRead(AskedMonth, AskedYear, today, out var time) || await FindAsync(time, ct) is not { } scope)
        {
            return NotFound();
        }

        (Time, Scope) = (time, scope);
        Summary = await desk.LookAsync(scope.Of(time), PublicFigures.All, LedgerFigure.Turnover, ct);
        Trend = MonthlyTrend.Of(Summary, time.Day);
        PageTags.Of(HttpContext).Add(PageDrops.Results).Add(PageDrops.Stories).Add(PageDrops.Contests).Until(PastDay.EndOf(today, Zone.Wita));
        return Page();
    }

    /// <summary>The rows behind a figure, of the same place and time.</summary>
    public string RowsOf(LedgerFigure figure, string? format = null)
    {
        var query = new QueryBuilder(Time.Asked) { { Scope.Filter.Name, Scope.Filter.Value } };
        if (format is not null)
        {
            query.Add("format", format);
        }

        return $"~/hasil/{figure.Slug}{query.ToQueryString()}";
    }

    private async Task<ResultScope?> FindAsync(ResultTime time, CancellationToken ct) =>
        Kim is not null ? Slug.IsValid(Kim) ? await scopes.KimAsync(Kim, time, ct) : null
        : RegionCode.TryParse(Code, null, out var code) ? await scopes.PlaceAsync(code, time, ct)
        : null;
}
