using Kim.Market.Domain.Programmes;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Ledger;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>/dinas/dampak: whether helping businesses to a certificate raised what they sell, told against comparable ones that got none.</summary>
[For(Desk.Office, What = "Melihat dampak program sertifikasi di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(Standing standing, ProgrammeBook book, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "di")] public Guid? At { get; init; }

    [FromQuery(Name = "program")] public string? AskedKind { get; init; }

    [FromQuery(Name = "triwulan")] public string? AskedTime { get; init; }

    public Membership Here { get; private set; } = null!;

    public IReadOnlyList<ProgrammeTime> Times { get; private set; } = [];

    public ProgrammeTime Time { get; private set; } = null!;

    public LedgerFigure Kind { get; private set; } = LedgerFigure.Nib;

    public IReadOnlyList<Traded> Came { get; private set; } = [];

    public int Others { get; private set; }

    /// <summary>Null where too few are there to say anything.</summary>
    public Effect? Effect { get; private set; }

    /// <summary>Who they were is shown only where the figure is.</summary>
    public bool IsHidden => Effect is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        Times = ProgrammeTime.Known(DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita));
        Time = Times.FirstOrDefault(time => time.Value == AskedTime) ?? Times[0];
        Kind = ProgrammeBook.Kinds.FirstOrDefault(kind => kind.Slug == AskedKind) ?? LedgerFigure.Nib;
        var traded = await book.ReadAsync(Me, here.Scope, Kind, Time, ct);
        Came = [.. traded.Where(one => one.Came)];
        Others = traded.Count - Came.Count;
        Effect = Effect.Measure(Came.Select(one => one.Trader), traded.Where(one => !one.Came).Select(one => one.Trader));
        return Page();
    }

    /// <summary>A share in whole per cent, with its sign.</summary>
    public static string Percent(double share) => double.IsPositiveInfinity(share) ? "∞" : $"{(share < 0 ? "−" : "+")}{NumberFormat.Whole((long)Math.Round(Math.Abs(share) * 100))} %";
}
