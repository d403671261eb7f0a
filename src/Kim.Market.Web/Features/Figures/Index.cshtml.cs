using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Villages;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Figures;

/// <summary>/dinas/angka: what came of it in the office's region, on any day, by two clocks; each figure opens.</summary>
[For(Desk.Office, What = "Melihat angka wilayahnya pada hari apa pun"), PrivatePage]
public sealed class IndexModel(
    FigurePlaces places, LedgerDesk desk, LedgerChecks checks, Corrections corrections, TileMaps maps, Standing standing, Taxonomy taxonomy, TimeProvider clock)
    : FigurePage(places, standing, taxonomy, clock)
{
    private readonly FigurePlaces _places = places;

    [FromQuery(Name = "ukur")] public string? AskedFigure { get; init; }

    public LedgerSummary Summary { get; private set; } = null!;

    /// <summary>By which the places are ranked.</summary>
    public LedgerFigure Ranked { get; private set; } = LedgerFigure.Completed;

    /// <summary>Those the places can be ranked by.</summary>
    public static IReadOnlyList<LedgerFigure> Ranks { get; } =
        [LedgerFigure.AwakeGroups, LedgerFigure.Businesses, LedgerFigure.Products, LedgerFigure.Completed, LedgerFigure.Turnover, LedgerFigure.Unanswered];

    public MonthlyTrend Trend { get; private set; } = null!;

    /// <summary>What became known of that day only afterwards; null today.</summary>
    public int? Corrected { get; private set; }

    /// <summary>What the ledger's own check last found.</summary>
    public LedgerCheck Check { get; private set; } = null!;

    public IReadOnlyList<NamedPlace> Around { get; private set; } = [];

    public IReadOnlyList<NamedPlace> Within { get; private set; } = [];

    public IReadOnlyList<Tile> Tiles => maps.Of(Place.Region);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LookAsync(ct))
        {
            return NotFound();
        }

        Ranked = Ranks.FirstOrDefault(figure => figure.Slug == AskedFigure && Shows(figure)) ?? LedgerFigure.Completed;
        Summary = await desk.ReadAsync(Question, [.. LedgerFigure.All.Where(Shows)], Ranked, ct);
        Trend = MonthlyTrend.Of(Summary.Months.Select(month => new MonthTotal((short)Metric.CompletedOrder, month.Month, month.Orders, month.Value)), Question.Day);
        Corrected = IsPast ? await corrections.CountAsync(Question, ct) : null;
        Check = await checks.LastAsync(ct);
        var named = await _places.NamesAsync(Place, ct);
        Around = [.. named.Where(place => place.Code.Length < Place.Code.Length)];
        Within = [.. named.Where(place => place.Code.Length > Place.Code.Length)];
        return Page();
    }

    /// <summary>Of one kind of goods, only what has goods can be told.</summary>
    public bool Shows(LedgerFigure figure) => Section is null || figure.HasSections;
}
