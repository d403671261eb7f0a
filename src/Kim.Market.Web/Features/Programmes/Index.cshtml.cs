using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>/dinas/dampak: whether helping businesses to a certificate raised what they sell, told against comparable ones that got none.</summary>
[For(Desk.Office, What = "Melihat dampak program sertifikasi di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(Standing standing, ProgrammeBook book, TimeProvider clock) : OfficePage(standing)
{
    [FromQuery(Name = "program")] public string? AskedKind { get; init; }

    [FromQuery(Name = "triwulan")] public string? AskedTime { get; init; }

    public IReadOnlyList<ProgrammeTime> Times { get; private set; } = [];

    public ProgrammeTime Time { get; private set; } = null!;

    public LedgerFigure Kind { get; private set; } = LedgerFigure.Nib;

    public ProgrammeSides Sides { get; private set; } = ProgrammeSides.Nobody;

    public IReadOnlyDictionary<Guid, TraderName> Names { get; private set; } = new Dictionary<Guid, TraderName>();

    /// <summary>Coachings that were held: each is a programme of its own.</summary>
    public IReadOnlyList<ProgrammeCoaching> Held { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        Times = ProgrammeTime.Known(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita));
        Time = Times.FirstOrDefault(time => time.Value == AskedTime) ?? Times[0];
        Kind = ProgrammeBook.Kinds.FirstOrDefault(kind => kind.Slug == AskedKind) ?? LedgerFigure.Nib;
        Sides = await book.SidesAsync(Me, Here.Scope, Kind, Time.Span, ct);
        Names = await book.NamesAsync(Sides, ct);
        Held = await book.HeldAsync(Me, Here.Scope, ct);
        return Page();
    }
}
