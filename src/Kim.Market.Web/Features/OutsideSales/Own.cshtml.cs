using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.OutsideSales;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Papers;
using Kim.Market.Web.Features.Sales;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.OutsideSales;

/// <summary>/lapak/luar/{slug}: a business states what it sold elsewhere, month by month, each with a picture that shows it.</summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Menyatakan penjualan usahanya di luar Pasar KIM"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OwnModel(OwnShops shops, OutsideSaleBook book, OutsideSaleDesk desk, PaperIntake papers) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public OwnShop Shop { get; private set; } = null!;

    public IReadOnlyList<KnownOutsideSale> All { get; private set; } = [];

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public string? Month { get; init; }

        public OutsideWay Way { get; init; }

        [Display(Name = "Jumlah rupiah sebulan")]
        [Required(ErrorMessage = "Tulis jumlah rupiahnya.")]
        public Rupiah? Total { get; init; }

        [Display(Name = "Foto buku kas, nota, atau bukti lain")]
        public IFormFile? Evidence { get; init; }

        [Display(Name = "Sebab diubah")]
        [StringLength(Limits.Note)]
        public string? Reason { get; init; }

        public Guid Stated { get; init; }
    }

    /// <summary>Those of which somebody may still state, the newest first.</summary>
    public IEnumerable<DateOnly> Months => Enumerable.Range(0, OutsideSale.MonthsBack + 1).Select(back => new DateOnly(desk.Now.Year, desk.Now.Month, 1).AddMonths(-back));

    public DateOnly? Chosen => Input.Month is null ? Months.ElementAt(1) : Months.Cast<DateOnly?>().FirstOrDefault(month => ReportPeriod.Key(month!.Value) == Input.Month);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is NotFoundResult missing)
        {
            return missing;
        }

        ModelState.Remove("Input.Stated");
        if (Chosen is null || !Enum.IsDefined(Input.Way))
        {
            ModelState.AddModelError("Input.Month", T["Pilih bulan dan caranya dari daftar."]);
        }

        return await EvidenceAsync(ct) is { } evidence && ModelState.IsValid
            && await AgreedAsync(desk.StateAsync(new(Shop.BusinessId), Chosen!.Value, Input.Way, Input.Total!.Value, evidence, Input.Reason ?? "", Me, ct))
            ? Done("Tersimpan. Angka ini tidak dicampur dengan penjualan lewat Pasar KIM.", $"~/lapak/luar/{Slug}")
            : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await LookAsync(ct) is NotFoundResult || !await book.IsOwnAsync(Me, Shop.BusinessId, Input.Stated, ct))
        {
            return NotFound();
        }

        return await AgreedAsync(desk.WithdrawAsync(Input.Stated, Input.Reason ?? "", Me, ct)) ? Done("Ditarik. Angkanya tidak dihitung lagi.", $"~/lapak/luar/{Slug}") : Page();
    }

    private async Task<Paper?> EvidenceAsync(CancellationToken ct)
    {
        if (Input.Evidence is not { } file)
        {
            ModelState.AddModelError("Input.Evidence", T["Pilih foto atau PDF yang menunjukkan jumlahnya."]);
            return null;
        }

        var (paper, refusal) = await papers.ReadAsync(file, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Evidence", T.Of(refusal));
        }

        return paper;
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        if (await shops.FindAsync(Me, Slug, ct) is not { } shop)
        {
            return NotFound();
        }

        Shop = shop;
        All = await book.OfAsync(Me, shop.BusinessId, ct);
        return Page();
    }
}
