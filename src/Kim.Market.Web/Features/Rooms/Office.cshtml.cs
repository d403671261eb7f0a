using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Figures;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Register;
using Kim.Market.Web.Features.Results;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/dinas: what came of it this year, what is worth doing this week, and the KIM of the office's region with who leads them.</summary>
[For(Desk.Office, What = "Melihat KIM di wilayahnya dan keadaannya"), PrivatePage]
public sealed class OfficeModel(
    RoomRows rows, Certificates.Certificates certificates, PotentialBook potentials, OfficeWeek week, FigurePlaces places, LedgerDesk desk, Standing standing, TimeProvider clock)
    : OfficePage(standing)
{
    /// <summary>What the desk begins with; all the others stand behind them.</summary>
    public static IReadOnlyList<LedgerFigure> Headline { get; } =
        [LedgerFigure.AwakeGroups, LedgerFigure.Businesses, LedgerFigure.Completed, LedgerFigure.Turnover, LedgerFigure.AnswerTime, LedgerFigure.TimelyAnswers];

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    /// <summary>Applications that nobody has looked at yet.</summary>
    public int Waiting { get; private set; }

    /// <summary>Certificates with a paper that nobody has compared yet.</summary>
    public int Certificates { get; private set; }

    /// <summary>Potentials of villages that nobody has looked at yet.</summary>
    public int Potentials { get; private set; }

    /// <summary>What is worth doing this week.</summary>
    public IReadOnlyList<WeekItem> Week { get; private set; } = [];

    public Slice<KimRow> All { get; private set; } = new([], false);

    public LedgerSummary Summary { get; private set; } = null!;

    public MonthlyTrend Trend { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter() || await places.FindAsync(Me, Here.Scope, null, ct) is not { } place)
        {
            return NotFound();
        }

        Waiting = await rows.ApplicationsAsync(Me, ct);
        Certificates = await certificates.WaitingAsync(Me, ct);
        Potentials = await potentials.WaitingAsync(Me, ct);
        Week = await week.OfAsync(Me, Here.Scope, ct);
        All = Slice<KimRow>.Of(await rows.KimOfRegionAsync(Me, Here.Scope, After ?? "", ct), RoomRows.PageSize);

        // The very question that the page with all figures begins with: whoever goes on to it finds it answered.
        var question = LedgerQuestion.ThisYear(Me, place.Region, DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita));
        Summary = await desk.ReadAsync(question, LedgerFigure.All, LedgerFigure.Completed, ct);
        Trend = MonthlyTrend.Of(Summary.Months.Select(month => new MonthTotal((short)Metric.CompletedOrder, month.Month, month.Orders, month.Value)), question.Day);
        return Page();
    }
}
