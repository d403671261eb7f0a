using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>/dinas/penjualan-luar: an officer looks at what businesses state and at the paper that shows it, and refuses what it does not.</summary>
[For(Desk.Office, What = "Melihat penjualan di luar yang dinyatakan UMKM wilayahnya"), PrivatePage]
public sealed class OfficeModel(OutsideSaleBook book, OutsideSaleDesk desk) : MarketPage
{
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public Guid Stated { get; init; }

        [Display(Name = "Sebab")]
        [StringLength(Limits.Note)]
        public string? Reason { get; init; }
    }

    public Slice<KnownOutsideSale> All { get; private set; } = new([], false);

    public Task OnGetAsync(CancellationToken ct) => LookAsync(ct);

    [For(Desk.Office, OfficeRole.Officer, What = "Menolak penjualan di luar yang tidak terbukti")]
    public async Task<IActionResult> OnPostRefuseAsync(CancellationToken ct)
    {
        if (await book.OfficeOfAsync(Me, Input.Stated, ct) is not { } office)
        {
            return NotFound();
        }

        if (ModelState.IsValid && await AgreedAsync(desk.RefuseAsync(Input.Stated, new(office), Input.Reason ?? "", Me, ct)))
        {
            return Done("Ditolak. Angkanya tidak dihitung lagi, dan pemiliknya membaca sebabnya.", "~/dinas/penjualan-luar");
        }

        await LookAsync(ct);
        return Page();
    }

    private async Task LookAsync(CancellationToken ct) => All = await book.OfRegionAsync(Me, OutsideSaleKey.Read(After), ct);
}
