using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Programmes;
using Kim.Market.Web.Features.Coachings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>A correction of who came, and what the figure was before and after it.</summary>
/// <param name="Was">Null where too few were there to say anything.</param>
/// <param name="Is">Null where too few are there to say anything.</param>
public sealed record ProgrammeCorrection(string Name, AttendanceTurn What, string Reason, DateTimeOffset At, Effect? Was, Effect? Is);

/// <summary>/dinas/dampak/{coaching}: whether those who came to a coaching then sold more than comparable businesses that did not, and what corrections changed.</summary>
[For(Desk.Office, What = "Melihat dampak pembinaan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class CoachingModel(CoachingBook coachings, ProgrammeBook book, TimeProvider clock) : MarketPage
{
    /// <summary>Older ones are counted; each has a panel of its own to be computed.</summary>
    public const int MostCorrections = 12;

    [FromRoute(Name = "coaching")]
    public Guid Id { get; init; }

    public KnownCoaching Known { get; private set; } = null!;

    public ProgrammeSpan Span { get; private set; } = null!;

    public ProgrammeSides Sides { get; private set; } = ProgrammeSides.Nobody;

    public IReadOnlyDictionary<Guid, TraderName> Names { get; private set; } = new Dictionary<Guid, TraderName>();

    /// <summary>The newest first.</summary>
    public IReadOnlyList<ProgrammeCorrection> Corrections { get; private set; } = [];

    /// <summary>Corrections that are not shown.</summary>
    public int Older { get; private set; }

    /// <summary>Whether it was held and the days after it are over.</summary>
    public bool IsOver => Known.State == CoachingStatus.Held && clock.GetUtcNow() >= Span.Until;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await coachings.FindOfOfficeAsync(Me, Id, ct) is not { } known)
        {
            return NotFound();
        }

        (Known, Span) = (known, ProgrammeSpan.Around(known.Terms.From, known.Terms.Until.AddDays(1), known.Zone));
        if (IsOver)
        {
            Sides = await book.SidesAsync(Me, Id, Span, ct);
            Names = await book.NamesAsync(Sides, ct);
            Retell(await book.TurnoutAsync(Me, Id, ct));
        }

        return Page();
    }

    // The same panel is told again for whoever was known to have come at the time.
    private void Retell(IReadOnlyList<TurnoutRow> rows)
    {
        var turns = rows.SelectMany(row => row.Turns.Where(turn => turn.What != AttendanceTurn.Recounted).Select(turn => (Row: row, Turn: turn)))
            .ToDictionary(pair => new TurnoutChange(pair.Row.AttendanceId, pair.Row.BusinessId, pair.Turn.What != AttendanceTurn.Struck, pair.Turn.At));
        var steps = Turnout.Replay(
            rows.Where(row => row.Turns is not [{ What: AttendanceTurn.AddedLate }, ..]).Select(row => (row.AttendanceId, row.BusinessId)), turns.Keys);
        Older = Math.Max(0, steps.Count - MostCorrections);
        Corrections = [.. steps.TakeLast(MostCorrections).Reverse().Select(step => turns[step.Change] switch
        {
            var (row, turn) => new ProgrammeCorrection(row.Name, turn.What, turn.Reason, turn.At, Sides.With(step.Before).Effect, Sides.With(step.After).Effect),
        })];
    }
}
