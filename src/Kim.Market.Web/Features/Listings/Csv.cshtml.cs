using System.Text;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Listings.Csv;
using Kim.Market.Web.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/csv: a stall's goods as a table, out and in. A table that comes in is shown before it is taken over.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengunduh dan memasukkan daftar produk sebagai tabel (CSV)"), PrivatePage]
public sealed class CsvModel(SellerGoods goods, CsvDesk desk, GoodsCsv csv) : MarketPage
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>For whoever works for several shops: the end of one's address.</summary>
    [FromQuery(Name = "toko")]
    public string? Which { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<Shop> Shops { get; private set; } = [];

    public Shop Shop { get; private set; } = null!;

    public CsvPlan? Plan { get; private set; }

    public Guid Import { get; private set; }

    public sealed class Form
    {
        public IFormFile? File { get; init; }

        public Guid Import { get; init; }

        public string? Fingerprint { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await KnowShopAsync(ct) ? Page() : NotFound();

    /// <summary>The table, with a mark that tells spreadsheets how it is written.</summary>
    public async Task<IActionResult> OnGetDownloadAsync(CancellationToken ct)
    {
        if (!await KnowShopAsync(ct))
        {
            return NotFound();
        }

        var text = csv.Write(await goods.AllAsync(Me, Shop.BusinessId, ct));
        return File([.. WithMark.GetPreamble(), .. WithMark.GetBytes(text)], "text/csv", $"{Shop.Slug}.csv");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await KnowShopAsync(ct))
        {
            return NotFound();
        }

        if (Input.File is not { Length: > 0 } file)
        {
            return Refused(T["Pilih dulu berkasnya."]);
        }

        if (file.Length > GoodsCsv.MostBytes)
        {
            return Refused(T["Berkas ini lebih dari 1 MB. Bagi menjadi beberapa berkas."]);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, ct);
        }

        var content = CsvText.Decode(bytes);
        var plan = await desk.PlanAsync(Me, Shop.BusinessId, content, ct);
        if (plan.Refusal is { } refusal)
        {
            return Refused(refusal);
        }

        (Plan, Import) = (plan, await desk.KeepAsync(Me, Shop.BusinessId, content, ct));
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken ct)
    {
        if (!await KnowShopAsync(ct) || await desk.ContentAsync(Me, Shop.BusinessId, Input.Import, ct) is not { } content)
        {
            return NotFound();
        }

        (Import, (Plan, var isDone)) = (
            Input.Import, await desk.ApplyAsync(Me, Shop.BusinessId, Input.Import, content, Input.Fingerprint ?? "", ct));
        return isDone
            ? Done("Daftar diterapkan. Bisa diurungkan dalam 24 jam.", "~/riwayat")
            : Refused(T["Ada yang berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu tekan lagi."]);
    }

    private PageResult Refused(string why)
    {
        ModelState.AddModelError("", why);
        return Page();
    }

    private async Task<bool> KnowShopAsync(CancellationToken ct)
    {
        Shops = await goods.ShopsAsync(Me, ct);
        if (Shops.Count == 0 || (Which is not null && Shops.All(shop => shop.Slug != Which)))
        {
            return false;
        }

        Shop = Shops.FirstOrDefault(shop => shop.Slug == Which) ?? Shops[0];
        ActFor(Shop.BusinessId);
        return true;
    }
}
