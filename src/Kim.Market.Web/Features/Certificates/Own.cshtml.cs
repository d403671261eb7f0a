using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Businesses;
using Kim.Market.Web.Features.Papers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Certificates;

/// <summary>/lapak/sertifikat/{slug}: what a business can prove, each with its paper; an officer makes a badge of it.</summary>
[For(Desk.Seller, BusinessRole.Owner, What = "Mencatat sertifikat usahanya dan menyimpan dokumennya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class OwnModel(OwnShops shops, Certificates certificates, CertificateDesk desk, PaperIntake papers, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    public OwnShop Shop { get; private set; } = null!;

    public IReadOnlyList<OwnCertificate> All { get; private set; } = [];

    public IReadOnlyList<Made> Products { get; private set; } = [];

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public CertificateKind Kind { get; init; } = CertificateKind.PIrt;

        [Display(Name = "Nomor")]
        [Required(ErrorMessage = "Tulis nomornya seperti di surat.")]
        [StringLength(Limits.Name)]
        public string Number { get; init; } = "";

        [Display(Name = "Penerbit")]
        [Required(ErrorMessage = "Tulis siapa yang menerbitkan, contoh Dinas Kesehatan.")]
        [StringLength(Limits.Name)]
        public string Issuer { get; init; } = "";

        [Display(Name = "Berlaku sampai")]
        public DateOnly? ValidUntil { get; init; }

        public Guid[] Product { get; init; } = [];

        [Display(Name = "Foto atau PDF suratnya")]
        public IFormFile? Paper { get; init; }

        public Guid Certificate { get; init; }

        public Guid Command { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.Command = Guid.NewGuid();
        return await LookAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LookAsync(ct) is NotFoundResult missing)
        {
            return missing;
        }

        ModelState.Remove("Input.Certificate");
        if (!Enum.IsDefined(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", T["Pilih salah satu jenis."]);
        }

        var paper = await PaperAsync(ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var known = Products.Select(product => product.ProductId).ToHashSet();
        var stated = new NewCertificate(
            Input.Command, Input.Kind, Input.Number, Input.Issuer, Input.ValidUntil,
            [.. Input.Product.Where(known.Contains).Select(product => new Id<Product>(product))], paper);
        if (!await AgreedAsync(desk.StateAsync(new(Shop.BusinessId), stated, Me, ct)))
        {
            return Page();
        }

        Flash = !CertificateForm.IsUsual(Input.Kind, Input.Number)
            ? T["Tersimpan, tetapi nomornya tidak seperti biasanya. Cocokkan sekali lagi dengan suratnya."]
            : paper is null ? T["Tersimpan. Tambahkan foto suratnya supaya dinas bisa mencocokkan."]
            : T["Tersimpan. Dinas mencocokkannya dengan surat, lalu lencananya tampil."];
        return LocalRedirect(Url.Content($"~/lapak/sertifikat/{Slug}"));
    }

    public async Task<IActionResult> OnPostPaperAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await LookAsync(ct) is NotFoundResult || !await certificates.IsOwnAsync(Me, Shop.BusinessId, Input.Certificate, ct))
        {
            return NotFound();
        }

        if (Input.Paper is null)
        {
            ModelState.AddModelError("Input.Paper", T["Pilih dulu foto atau PDF-nya."]);
        }

        return await PaperAsync(ct) is { } paper && await AgreedAsync(desk.KeepPaperAsync(new(Input.Certificate), paper, Me, ct))
            ? Done("Dokumen disimpan tertutup. Hanya Anda, KIM, dan dinas yang bisa membukanya.", $"~/lapak/sertifikat/{Slug}")
            : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await LookAsync(ct) is NotFoundResult || !await certificates.IsOwnAsync(Me, Shop.BusinessId, Input.Certificate, ct))
        {
            return NotFound();
        }

        return await AgreedAsync(desk.TellAsync(new(Input.Certificate), (known, now) => known.Withdraw(now), Me, ct))
            ? Done("Sertifikat ditarik. Lencananya tidak tampil lagi.", $"~/lapak/sertifikat/{Slug}")
            : Page();
    }

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<Paper?> PaperAsync(CancellationToken ct)
    {
        if (Input.Paper is not { } file)
        {
            return null;
        }

        var (paper, refusal) = await papers.ReadAsync(file, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Paper", T.Of(refusal));
        }

        return paper;
    }

    private async Task<IActionResult> LookAsync(CancellationToken ct)
    {
        if (await shops.FindAsync(Me, Slug, ct) is not { } shop)
        {
            return NotFound();
        }

        if (Input.Command == Guid.Empty)
        {
            ModelState.Remove("Input.Command");
            Input.Command = Guid.NewGuid();
        }

        Shop = shop;
        (All, Products) = await certificates.OfAsync(Me, shop.BusinessId, ct);
        return Page();
    }
}
