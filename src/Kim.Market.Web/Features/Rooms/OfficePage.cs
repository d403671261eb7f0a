using Kim.Market.Domain.Offices;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>A page about one of the offices that the asker is at.</summary>
public abstract class OfficePage(Standing standing) : MarketPage
{
    /// <summary>Which of them; the first where none was asked for.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    public Membership Here { get; private set; } = null!;

    /// <summary>Whether the asker decides there, and does not only read.</summary>
    public bool Decides => standing.Holds(Desk.Office, Here.Scope, OfficeRole.Officer);

    /// <summary>False when it is none of the asker's.</summary>
    protected bool Enter() => Enter(At);

    protected bool Enter(Guid? office)
    {
        if (Room.Of(standing, Desk.Office, office) is not { } here)
        {
            return false;
        }

        Here = here;
        return true;
    }
}
