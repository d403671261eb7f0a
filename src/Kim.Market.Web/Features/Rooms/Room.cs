using Kim.Market.Web.Features.Accounts;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>Which of the asker's desks of a kind a page shows.</summary>
public static class Room
{
    /// <summary>The one that was asked for, or the first; null when it is not theirs.</summary>
    public static Membership? Of(Standing standing, string desk, Guid? asked) =>
        standing.Places.FirstOrDefault(place => place.Desk == desk && (asked is null || place.Scope == asked));

    /// <summary>The one that was asked for, or the first, at which the asker does one of these; null when there is none.</summary>
    public static Membership? Held(Standing standing, string desk, Guid? asked, params Enum[] roles) => standing.Places.FirstOrDefault(
        place => place.Desk == desk && (asked is null || place.Scope == asked) && roles.Any(role => role.ToString() == place.Role));

    /// <summary>Whether the asker does this at that very desk.</summary>
    public static bool Holds(this Standing standing, string desk, Guid scope, params ReadOnlySpan<Enum> roles)
    {
        foreach (var place in standing.Places)
        {
            if (place.Desk == desk && place.Scope == scope)
            {
                foreach (var role in roles)
                {
                    if (place.Role == role.ToString())
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }
}
