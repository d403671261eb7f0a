using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.MarketDays;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Rooms;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>/kelola/hari-pasar: where and when the KIM hands out what its sellers sold, and what is ordered for the next dates.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mengatur hari pasar KIM-nya dan menyerahkan pesanan di sana"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(MarketBook book, MarketDesk desk, PlaceQuestion places, RoomRows rooms, Standing standing, TimeProvider clock) : MarketPage
{
    /// <summary>As many dates of one market day as fit before nobody looks any more.</summary>
    public const int Shown = 4;

    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    /// <summary>The market day that is to be changed.</summary>
    [FromQuery(Name = "ubah")]
    public Guid? Edit { get; init; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<KnownMarketDay> Days { get; private set; } = [];

    public KnownMarketDay? Editing => Days.FirstOrDefault(day => day.MarketDayId == (Input.MarketDay == Guid.Empty ? Edit : Input.MarketDay));

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    private IReadOnlyList<MarketLoad> _loads = [];

    public sealed class Form
    {
        /// <summary>Drawn when the page was opened, so that pressing twice opens one.</summary>
        public Guid Command { get; set; }

        public Guid MarketDay { get; init; }

        [Display(Name = "Tempatnya")]
        [StringLength(Limits.Place)]
        public string? Spot { get; init; }

        [Display(Name = "Desa atau kelurahannya")]
        [StringLength(80)]
        public string? Where { get; init; }

        [StringLength(13)]
        public string? Place { get; init; }

        public DayOfWeek[] Days { get; init; } = [];

        [Display(Name = "Buka pukul")]
        [StringLength(5)]
        public string? Opens { get; init; }

        [Display(Name = "Tutup pukul")]
        [StringLength(5)]
        public string? Closes { get; init; }

        [Display(Name = "Batas pesan")]
        public int CutOffDays { get; init; } = 2;

        [Display(Name = "Sampai pukul")]
        [StringLength(5)]
        public string? CutOff { get; init; }

        [Display(Name = "Ongkir bersama")]
        public Rupiah? Shared { get; init; }

        [Display(Name = "Catatan")]
        [StringLength(Limits.Remark)]
        public string? Note { get; init; }

        [Display(Name = "Mulai tanggal")]
        public DateOnly? From { get; init; }

        [Display(Name = "Sampai tanggal")]
        public DateOnly? Until { get; init; }

        public DateOnly? Date { get; init; }

        [Display(Name = "Alasannya")]
        [StringLength(Limits.Remark)]
        public string? Reason { get; init; }
    }

    public MarketLoad? LoadOf(Guid day, DateOnly date) => _loads.FirstOrDefault(load => load.MarketDay == day && load.MarketDate == date);

    public string Address => $"~/kelola/hari-pasar?di={Kim.GroupId:N}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = Editing is { } known ? Known(known) : new()
        {
            Command = Guid.CreateVersion7(),
            Days = [DayOfWeek.Saturday],
            Opens = "08:00",
            Closes = "11:00",
            CutOff = "18:00",
            From = DateFormat.DayIn(Now, Zone.Wita),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ForgetWhatIsNotTyped();
        if (!await FindAsync(ct) || ((Edit is not null || Input.MarketDay != Guid.Empty) && Editing is null))
        {
            return NotFound();
        }

        var plan = await PlanAsync(ct);
        if (plan is null || !ModelState.IsValid)
        {
            return Page();
        }

        if (plan.Problem() is { } problem)
        {
            ModelState.AddModelError(FieldOf(problem), T.Of(problem));
            return Page();
        }

        return await AgreedAsync(Editing is { } known
            ? desk.ChangeAsync(new Id<MarketDay>(known.MarketDayId), plan, Me, ct)
            : desk.OpenAsync(new Id<MarketDay>(Input.Command), new Id<Group>(Kim.GroupId), plan, Me, ct))
            ? Done("Tersimpan. Pembeli melihatnya mulai sekarang.", Address)
            : Page();
    }

    /// <summary>One date falls out.</summary>
    public async Task<IActionResult> OnPostCallOffAsync(CancellationToken ct)
    {
        ForgetWhatIsNotTyped();
        if (!await FindAsync(ct) || Days.FirstOrDefault(day => day.MarketDayId == Input.MarketDay) is not { } day)
        {
            return NotFound();
        }

        if (Input.Date is not { } date || !day.Terms.Falls(date))
        {
            ModelState.AddModelError("", T.Of(MarketDayRefusals.NotADate));
        }

        return ModelState.IsValid && await AgreedAsync(desk.CallOffAsync(new Id<MarketDay>(day.MarketDayId), Input.Date!.Value, Input.Reason ?? "", Me, ct))
            ? Done("Tanggal itu dibatalkan. Pembelinya membaca alasannya di halaman pesanan.", Address)
            : Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct) || Days.All(day => day.MarketDayId != Input.MarketDay))
        {
            return NotFound();
        }

        return await AgreedAsync(desk.EndAsync(new Id<MarketDay>(Input.MarketDay), Me, ct))
            ? Done("Hari pasar itu berakhir. Pesanan yang sudah masuk tetap diserahkan.", Address)
            : Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (Room.Held(standing, Desk.Group, At, GroupRole.Chair, GroupRole.Curator) is not { } here || await rooms.MyKimAsync(Me, here.Scope, ct) is not { } kim)
        {
            return false;
        }

        Kim = kim;
        Days = await book.OfAsync(Me, kim.GroupId, ct);
        _loads = await book.LoadsAsync(Me, kim.GroupId, DateFormat.DayIn(Now, Zone.Wib), ct);
        return true;
    }

    private async Task<MarketPlan?> PlanAsync(CancellationToken ct)
    {
        var village = Editing?.Terms.Village;
        if (village is null || Input.Where is { Length: > 0 })
        {
            var answer = await places.AskAsync(Input.Where, Input.Place, Reach.Village, T, ct);
            Meant = answer.Meant;
            village = answer.Place;
            if (village is null)
            {
                ModelState.AddModelError("Input.Where", answer.Advice ?? T["Tulis desa atau kelurahan tempat hari pasar."]);
            }
        }

        var opens = TimeOf("Input.Opens", Input.Opens);
        var closes = TimeOf("Input.Closes", Input.Closes);
        var cutOff = TimeOf("Input.CutOff", Input.CutOff);
        return village is { } there && opens is not null && closes is not null && cutOff is not null
            ? new(
                Input.Spot ?? "", there, Input.Days, opens.Value, closes.Value, Input.CutOffDays, cutOff.Value, Input.Shared ?? Rupiah.Zero, Input.Note ?? "",
                Input.From ?? DateFormat.DayIn(Now, Zone.Of(IndonesianTime.ZoneOf(there))), Input.Until)
            : null;
    }

    private TimeOnly? TimeOf(string field, string? typed)
    {
        if (TimeInput.TryParse(typed, out var time))
        {
            return time;
        }

        ModelState.AddModelError(field, T["Tulis jamnya, contoh 08.00."]);
        return null;
    }

    private void ForgetWhatIsNotTyped()
    {
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.MarketDay");
        ModelState.Remove("Input.Place");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
        }
    }

    private static Form Known(KnownMarketDay day) => day.Terms switch
    {
        var plan => new()
        {
            Command = Guid.CreateVersion7(),
            MarketDay = day.MarketDayId,
            Spot = plan.Place,
            Days = plan.Days,
            Opens = TimeInput.Of(plan.Opens),
            Closes = TimeInput.Of(plan.Closes),
            CutOffDays = plan.CutOffDays,
            CutOff = TimeInput.Of(plan.CutOff),
            Shared = plan.Shared,
            Note = plan.Note,
            From = plan.From,
            Until = plan.Until,
        },
    };

    private static string FieldOf(Refusal problem) =>
        problem == MarketDayRefusals.PlaceLength || problem == MarketDayRefusals.PlaceHoldsNumber ? "Input.Spot"
        : problem == MarketDayRefusals.VillageTooWide ? "Input.Where"
        : problem == MarketDayRefusals.NoDay ? "Input.Days"
        : problem == MarketDayRefusals.Hours ? "Input.Closes"
        : problem == MarketDayRefusals.CutOffDays ? "Input.CutOffDays"
        : problem == MarketDayRefusals.CutOffTooLate ? "Input.CutOff"
        : problem == MarketDayRefusals.BadShared ? "Input.Shared"
        : problem == MarketDayRefusals.EndsBeforeBegin ? "Input.Until"
        : "Input.Note";
}
