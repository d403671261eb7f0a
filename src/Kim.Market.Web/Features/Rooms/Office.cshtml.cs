using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Register;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>/dinas: the KIM of the office's region, and who leads them.</summary>
[For(Desk.Office, What = "Melihat KIM di wilayahnya dan keadaannya"), PrivatePage]
public sealed class OfficeModel(RoomRows rows, Certificates.Certificates certificates, PotentialBook potentials, OfficeWeek week, Standing standing) : MarketPage
{
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

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

    public Membership Here { get; private set; } = null!;

    /// <summary>Auditors read and send no lists.</summary>
    public bool IsOfficer => standing.Holds(Desk.Office, Here.Scope, OfficeRole.Officer);

    public Slice<KimRow> All { get; private set; } = new([], false);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Room.Of(standing, Desk.Office, At) is not { } here)
        {
            return NotFound();
        }

        Here = here;
        Waiting = await rows.ApplicationsAsync(Me, ct);
        Certificates = await certificates.WaitingAsync(Me, ct);
        Potentials = await potentials.WaitingAsync(Me, ct);
        Week = await week.OfAsync(Me, here.Scope, ct);
        All = Slice<KimRow>.Of(await rows.KimOfRegionAsync(Me, here.Scope, After ?? "", ct), RoomRows.PageSize);
        return Page();
    }
}
