using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Installations;
using Kim.Market.Domain.Offices;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Accounts;

/// <summary>Where a member works: the page to land on, and the cookie by which pages made for everybody lead there.</summary>
public static class Desks
{
    /// <summary>Holds a path and no secret; the page's script reads it.</summary>
    public const string Cookie = "kim_desk";

    /// <summary>For those who work at several places, or at none.</summary>
    public const string Choice = "/akun";

    private const string Orders = "/lapak/pesanan";

    public static string PathOf(Membership membership) => membership.Desk switch
    {
        Desk.Seller => Orders,
        Desk.Group => "/kelola",
        Desk.Office => "/dinas",
        _ => "/operator",
    };

    public static string PathOf(IEnumerable<Membership> memberships) =>
        memberships.Select(PathOf).Distinct().ToList() is [var only] ? only : Choice;

    /// <summary>Which of several desks of a kind: the query that chooses it. A stall's orders are all in one inbox.</summary>
    public static string At(Membership membership) =>
        membership.Desk is Desk.Group or Desk.Office ? $"?di={membership.Scope:N}" : "";

    public static string NameOf(Membership membership, Words words) => membership.ScopeName
        ?? (membership.Desk == Desk.Office ? words["Dinas Komunikasi dan Informatika"] : "Pasar KIM");

    public static string CallOf(Membership membership, Words words) => membership.Desk switch
    {
        Desk.Seller => words["Buka pesanan"],
        Desk.Group => words["Buka meja KIM"],
        Desk.Office => words["Buka meja dinas"],
        _ => words["Buka meja operator"],
    };

    public static string RoleOf(Membership membership, Words words) => membership.Desk switch
    {
        Desk.Seller => words.Of(Enum.Parse<BusinessRole>(membership.Role)),
        Desk.Group => words.Of(Enum.Parse<GroupRole>(membership.Role)),
        Desk.Office => words.Of(Enum.Parse<OfficeRole>(membership.Role)),
        _ => words.Of(Enum.Parse<InstallationRole>(membership.Role)),
    };

    /// <summary>A page for everybody has no way out of an account, so only a seller's own room is led to directly.</summary>
    public static void Remember(HttpContext http, string desk) => http.Response.Cookies.Append(
        Cookie,
        desk == Orders ? Orders : Choice,
        new CookieOptions
        {
            Secure = http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(14),
            IsEssential = true,
        });
}
