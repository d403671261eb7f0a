using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Curation;

/// <summary>/kelola/kurasi/penjual: whose goods are shown without the KIM looking at each one first.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Memilih penjual yang boleh langsung tayang"), PrivatePage]
public sealed class SellersModel(CurationQueue queue, Marketplace market, TimeProvider clock) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public IReadOnlyList<CuratedSeller> Sellers { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Business { get; init; }

        public bool Trusted { get; init; }

        public Guid Command { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await queue.IsCuratorAsync(Me, ct))
        {
            return NotFound();
        }

        var (name, id) = Cursor.TryRead(After, out string after, out var last) ? (after, last) : ("", Guid.Empty);
        var page = Slice<CuratedSeller>.Of(await queue.SellersAsync(Me, name, id, ct), CurationQueue.SellersPageSize);
        Sellers = page.Rows;
        Paging = new(null, page.Next(seller => Cursor.Of(seller.Name, seller.BusinessId)) is { } next ? $"~/kelola/kurasi/penjual?sesudah={next}" : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var business = new Id<Business>(Input.Business);
        if (await queue.SellerAsync(Me, business, ct) is not { } seller)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        await market.TellAsync(
            business, (Business known) => Input.Trusted ? known.Trust(now) : known.EndTrust(now), Me.By(Input.Command), ct);
        Flash = Input.Trusted ? T["Produk {0} sekarang tayang langsung.", seller.Name] : T["Produk {0} diperiksa dulu sebelum tayang.", seller.Name];
        return LocalRedirect(Url.Content("~/kelola/kurasi/penjual"));
    }
}
