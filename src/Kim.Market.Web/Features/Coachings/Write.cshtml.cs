using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>/dinas/pembinaan/tulis: an officer plans a coaching in the region, or changes one.</summary>
[For(Desk.Office, OfficeRole.Officer, What = "Merencanakan dan mengubah pembinaan di wilayahnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class WriteModel(Standing standing, CoachingBook book, CoachingDesk desk, PlaceQuestion places) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    /// <summary>The one that is to be changed; null for a new one.</summary>
    [FromRoute(Name = "coaching")]
    public Guid? Id { get; init; }

    [BindProperty]
    public CoachingForm Input { get; set; } = new();

    public KnownCoaching? Editing { get; private set; }

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    private (Id<Office> Office, RegionCode Region) _here;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = Editing is { } known ? CoachingForm.Of(known.Terms) : new() { Command = Guid.CreateVersion7(), Begins = "09:00", Ends = "12:00", IsOpen = true };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        ModelState.Remove("Input.Place");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.CreateVersion7();
        }

        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (await PlaceAsync(ct) is not { } village || !ModelState.IsValid)
        {
            return Page();
        }

        var refusal = Editing is { } known
            ? await desk.ChangeAsync(known.CoachingId, Input.Plan(village), Input.Reason ?? "", Me, ct)
            : await desk.PlanAsync(new Id<Coaching>(Input.Command), _here.Office, _here.Region, Input.Plan(village), Me, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError(CoachingForm.FieldOf(refusal), T.Of(refusal));
            return Page();
        }

        return Done("Tersimpan.", $"~/dinas/pembinaan/{Editing?.CoachingId ?? Input.Command}");
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (Room.Held(standing, Desk.Office, At, OfficeRole.Officer) is not { } here || await book.RegionOfAsync(Me, here.Scope, ct) is not { } region)
        {
            return false;
        }

        _here = (new(here.Scope), region);
        if (Id is not { } id)
        {
            return true;
        }

        Editing = await book.MayWriteAsync(Me, id, ct) ? await book.FindOfOfficeAsync(Me, id, ct) : null;
        return Editing is not null;
    }

    // What is changed stays where it is, unless another place is named.
    private async Task<RegionCode?> PlaceAsync(CancellationToken ct)
    {
        if (Editing is { } known && string.IsNullOrWhiteSpace(Input.Where))
        {
            return known.Terms.Village;
        }

        var answer = await places.AskAsync(Input.Where, Input.Place, Reach.District, T, ct);
        Meant = answer.Meant;
        if (answer.Place is null)
        {
            ModelState.AddModelError("Input.Where", answer.Advice ?? T["Tulis desa, kelurahan, atau kecamatan tempatnya."]);
        }

        return answer.Place;
    }
}
