using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Where a member works: the page to land on, and the cookie by which a page for everybody leads back there.</summary>
public static class Desk
{
    /// <summary>Holds a path and no secret; the page's script reads it.</summary>
    public const string Cookie = "kim_desk";

    /// <summary>For those who work at several places, or at none.</summary>
    public const string Choice = "/akun";

    public static string PathOf(Membership membership) => membership.Desk switch
    {
        Memberships.BusinessDesk => "/lapak/pesanan",
        Memberships.GroupDesk => $"/kim/{membership.Slug}",
        _ => "/hasil",
    };

    public static string PathOf(IEnumerable<Membership> memberships) =>
        memberships.Select(PathOf).Distinct().ToList() is [var only] ? only : Choice;

    public static string RoleOf(Membership membership, Words t) => membership.Desk switch
    {
        Memberships.BusinessDesk => t.Of(Enum.Parse<BusinessRole>(membership.Role)),
        Memberships.GroupDesk => t.Of(Enum.Parse<GroupRole>(membership.Role)),
        _ => t.Of(Enum.Parse<OfficeRole>(membership.Role)),
    };

    public static void Remember(HttpContext http, string path) => http.Response.Cookies.Append(Cookie, path, new CookieOptions
    {
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        MaxAge = TimeSpan.FromDays(14),
        IsEssential = true,
    });
}
