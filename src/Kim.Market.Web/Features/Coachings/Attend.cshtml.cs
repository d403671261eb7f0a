using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/hadir/{kode}: somebody who sees the code on the spot says that they are there, and for whom.</summary>
[ForMembers(What = "Menyatakan hadir di pembinaan dengan kode di tempat"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class AttendModel(AttendanceCodes codes, AttendanceBook book, AttendanceDesk desk) : MarketPage
{
    [FromRoute(Name = "hadir")]
    public string? Code { get; init; }

    /// <summary>What was typed into the form.</summary>
    [FromQuery(Name = "kode")]
    public string? Typed { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>What shows this code today: one as a rule.</summary>
    public IReadOnlyList<KnownCoaching> Meant { get; private set; } = [];

    public IReadOnlyList<ComesAs> Places { get; private set; } = [];

    /// <summary>As whom they are written down already, by coaching.</summary>
    public IReadOnlyDictionary<Guid, string> Mine { get; private set; } = new Dictionary<Guid, string>();

    public sealed class Form
    {
        public Guid Coaching { get; init; }

        /// <summary>The KIM or the business for which they come.</summary>
        public Guid As { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Code is null && Typed is { Length: > 0 and < 20 } typed && string.Concat(typed.Where(char.IsAsciiDigit)) is { Length: > 0 } digits)
        {
            return LocalRedirect(Url.Content($"~/hadir/{digits}"));
        }

        await FindAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAsync(ct);
        if (Meant.All(known => known.CoachingId != Input.Coaching) || Places.FirstOrDefault(place => place.Scope == Input.As) is not { } who)
        {
            return NotFound();
        }

        return await AgreedAsync(desk.CheckInAsync(Input.Coaching, who, Me, ct)) ? Done("Tercatat hadir.", $"~/hadir/{Code}") : Page();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        Meant = await codes.FindAsync(Code, ct);
        Places = Meant.Count > 0 ? await book.PlacesOfAsync(Me, ct) : [];
        var mine = new Dictionary<Guid, string>();
        foreach (var known in Meant)
        {
            if (await book.MineAsync(Me, known.CoachingId, ct) is { } name)
            {
                mine[known.CoachingId] = name;
            }
        }

        Mine = mine;
    }
}
