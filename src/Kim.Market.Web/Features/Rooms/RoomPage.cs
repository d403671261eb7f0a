using Kim.Market.Domain;
using Kim.Market.Web.Features.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Rooms;

/// <summary>What the pages share on which people are invited, let go or helped back in.</summary>
public abstract class RoomPage : MarketPage
{
    /// <summary>Which of several desks of the same kind.</summary>
    [FromQuery(Name = "di")]
    public Guid? At { get; init; }

    /// <summary>A link that was made a moment ago; the next page view no longer has it.</summary>
    [TempData]
    public string? Link { get; set; }

    public OneTimeLink? NewLink => OneTimeLink.Unpack(Link);

    /// <summary>Shows the link on the page that follows; a second press of the same button has none to show.</summary>
    protected IActionResult Show(string path, string token, string whom, string page)
    {
        if (token.Length > 0)
        {
            Link = new OneTimeLink($"{path}/{token}", whom).Packed;
        }

        return LocalRedirect(Url.Content(page));
    }

    /// <summary>A way back into the account of somebody the asker answers for; 404 for anybody else.</summary>
    protected async Task<IActionResult> RecoverAsync(Recoveries recoveries, Guid member, Guid command, string page, CancellationToken ct) =>
        await recoveries.IssueAsync(Me, new Id<Member>(member), command, ct) is { } token
            ? Show("/pulih", token, T["Tautan untuk kata sandi baru"], page)
            : NotFound();
}
