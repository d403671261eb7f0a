using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Curation;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/kelola: a KIM's own desk: whose buyers wait, which stalls it looks after, who is on the board.</summary>
[For(Desk.Group, What = "Melihat meja KIM: pesanan yang belum dijawab dan lapak yang didampingi"), PrivatePage]
public sealed class KimModel(RoomRows rows, WeekList week, Standing standing, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public KimRow Kim { get; private set; } = null!;

    public IReadOnlyList<StallRow> Unanswered { get; private set; } = [];

    public Slice<StallRow> Stalls { get; private set; } = new([], false);

    /// <summary>What is worth doing this week; empty for those who do not curate.</summary>
    public IReadOnlyList<WeekItem> Week { get; private set; } = [];

    /// <summary>Writers and treasurers bring nobody in.</summary>
    public bool Curates => standing.Holds(Desk.Group, Kim.GroupId, GroupRole.Chair, GroupRole.Curator);

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Group, At) is not { } here || await rows.MyKimAsync(Me, here.Scope, ct) is not { } kim)
        {
            return NotFound();
        }

        Kim = kim;
        Week = await week.OfAsync(Me, ct);
        Unanswered = await rows.UnansweredAsync(Me, kim.GroupId, ct);
        Stalls = Slice<StallRow>.Of(await rows.StallsOfAsync(Me, kim.GroupId, After ?? "", ct), RoomRows.PageSize);
        return Page();
    }
}
