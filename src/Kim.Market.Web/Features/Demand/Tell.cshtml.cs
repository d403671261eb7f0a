using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Demand;

/// <summary>/cari/kabari/{kata}: how somebody wants to hear, once, when what nobody sells is there. Nobody needs an account.</summary>
[OpenTo(Audience.Everyone, What = "Minta dikabari bila yang dicari sudah dijual"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class TellModel(DemandWaits waits, PushSettings push, IMail mail) : TellMePage<TellModel.Form>(push, mail)
{
    [FromRoute(Name = "kata")] public string? Typed { get; init; }

    public string Term { get; private set; } = "";

    public bool IsThere { get; private set; }

    public string Findings => $"~/cari?q={Uri.EscapeDataString(Term)}";

    public override string Here => $"~/cari/kabari/{Uri.EscapeDataString(Term)}";

    public override string Promise => T["Disegel, hanya untuk kabar ini. Penjual tidak melihatnya."];

    public sealed class Form : TellMeForm;

    protected override async Task<IActionResult> AddAsync(PushTarget browser, string device, CancellationToken ct)
    {
        await waits.TellBrowserAsync(Term, browser, device, ct);
        return Done("Browser ini dikabari sekali, begitu ada yang menjualnya.", Here);
    }

    protected override async Task<IActionResult> AddAsync(string mailbox, CancellationToken ct)
    {
        await waits.TellMailboxAsync(Term, mailbox, ct);
        return Asks();
    }

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (DemandTerm.Of(SearchTerms.Of(Typed), Typed) is not { } term)
        {
            return NotFound();
        }

        Term = term;
        IsThere = await waits.IsThereAsync(term, ct);
        return IsThere && HttpMethods.IsPost(Request.Method) ? LocalRedirect(Url.Content(Findings)) : null;
    }
}
