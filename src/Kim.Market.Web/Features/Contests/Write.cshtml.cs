using Kim.Market.Domain;
using Kim.Market.Domain.Contests;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/dinas/lomba/tulis: an officer announces a contest, or changes it before its first day.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Mengumumkan dan menilai lomba KIM di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(Standing standing, ContestBook book, ContestDesk desk) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    /// <summary>The one that is to be changed; null for a new one.</summary>
    [FromRoute(Name = "contest")]
    public Guid? Id { get; init; }

    [BindProperty]
    public ContestForm Input { get; set; } = new();

    public KnownContest? Editing { get; private set; }

    private Id<Office> _office;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = Editing is { } known ? ContestForm.Of(known.Says) : new() { Command = Guid.CreateVersion7(), Winners = 3 };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var refusal = Editing is { } known
            ? await desk.TellAsync(known.ContestId, (it, today, now) => it.Rewrite(Input.Terms(), today, now), Me, ct)
            : await desk.AnnounceAsync(new Id<Contest>(Input.Command), _office, Input.Terms(), Me, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError(ContestForm.FieldOf(refusal), T.Of(refusal));
            return Page();
        }

        return Done("Tersimpan.", $"~/dinas/lomba/{Editing?.ContestId ?? Input.Command}");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (Room.Held(standing, Desk.Office, At, OfficeRole.Officer) is not { } here)
        {
            return false;
        }

        _office = new(here.Scope);
        if (Id is not { } id)
        {
            return true;
        }

        Editing = await book.MayWriteAsync(Me, id, ct) ? await book.FindOfOfficeAsync(Me, id, ct) : null;
        return Editing is not null;
    }
}
