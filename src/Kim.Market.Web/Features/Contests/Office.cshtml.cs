using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Rooms;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Contests;

/// <summary>/dinas/lomba: contests of the offices of a region.</summary>
[For(Desk.Office, What = "Melihat lomba KIM di wilayahnya"), PrivatePage]
public sealed class OfficeModel(Standing standing, ContestBook book, TimeProvider clock) : OfficePage(standing)
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public Slice<KnownContest> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Enter())
        {
            return NotFound();
        }

        All = await book.OfOfficeAsync(Me, Here.Scope, ContestKey.Read(After), ct);
        return Page();
    }
}
