using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk: everything the asker's businesses sell, have sold or are about to sell.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Melihat semua produk lapaknya"), PrivatePage]
public sealed class IndexModel(SellerGoods goods) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    public IReadOnlyList<Shop> Shops { get; private set; } = [];

    public IReadOnlyList<ShelfRow> Goods { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (shops, read) = await goods.PageAsync(Me, Guid.TryParseExact(After, "N", out var after) ? after : null, ct);
        if (shops.Count == 0)
        {
            return NotFound();
        }

        var page = Slice<ShelfRow>.Of(read, SellerGoods.PageSize);
        (Shops, Goods) = (shops, page.Rows);
        Paging = new(null, page.Next(row => $"~/lapak/produk?sesudah={row.ProductId:N}"));
        return Page();
    }
}
