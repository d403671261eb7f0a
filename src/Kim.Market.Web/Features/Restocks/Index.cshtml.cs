using Kim.Market.Domain;
using Kim.Market.Web.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Restocks;

/// <summary>/p/{slug}/kabari: how somebody wants to hear, once, that something is there again. Nobody needs an account.</summary>
[OpenTo(Audience.Everyone, What = "Minta dikabari bila barang yang habis ada lagi"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class IndexModel(RestockWaits restocks, PushSettings push, IMail mail) : TellMePage<IndexModel.Form>(push, mail)
{
    [FromRoute(Name = "slug")]
    public string Address { get; init; } = "";

    public Missed Product { get; private set; } = null!;

    public override string Here => $"~/p/{Product.Slug}/kabari";

    public override string Promise => T["Disegel, hanya untuk kabar ini. Penjual tidak melihatnya."];

    public sealed class Form : TellMeForm;

    protected override async Task<IActionResult> AddAsync(PushTarget browser, string device, CancellationToken ct) =>
        await restocks.TellBrowserAsync(Product.ProductId, browser, device, ct)
            ? Done("Browser ini dikabari sekali, begitu barangnya ada lagi.", Here)
            : BackAlready();

    protected override async Task<IActionResult> AddAsync(string mailbox, CancellationToken ct) =>
        await restocks.TellMailboxAsync(Product.ProductId, mailbox, ct) ? Asks() : BackAlready();

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (!Slug.IsValid(Address) || await restocks.FindAsync(Address, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        return null;
    }

    private IActionResult BackAlready() => Done("Barangnya sudah ada lagi.", $"~/p/{Product.Slug}");
}
