using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/baru: a photo, a name, a price, how many. Everything else may come later.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Menambah produk ke lapaknya"), PrivatePage]
public sealed class NewModel(SellerGoods goods, ListingDesk desk, PhotoIntake photos, ListingChoices choices) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Whoever works for several shops says which one.</summary>
    public IReadOnlyList<Shop> Shops { get; private set; } = [];

    /// <summary>A photo that came with an earlier try of this form.</summary>
    public string? Received { get; private set; }

    public ListingChoices Choices => choices;

    public Shop Shop => Shops.FirstOrDefault(shop => shop.BusinessId == Input.Shop) ?? Shops[0];

    [TempData]
    public string? Saved { get; set; }

    public sealed class Form
    {
        public IFormFile? Camera { get; init; }

        public IFormFile? Gallery { get; init; }

        [StringLength(64)]
        public string? Received { get; init; }

        public Guid Shop { get; init; }

        [Display(Name = "Nama produk")]
        [Required(ErrorMessage = "Tulis nama produknya.")]
        [StringLength(Limits.Name, ErrorMessage = "Nama paling panjang {1} huruf.")]
        public string Name { get; init; } = "";

        [Display(Name = "Jenis")]
        [Required(ErrorMessage = "Pilih jenisnya.")]
        [StringLength(Limits.Name)]
        public string Category { get; init; } = "";

        [Display(Name = "Harga")]
        [Required(ErrorMessage = "Tulis harganya, contoh 25.000.")]
        public Rupiah? Price { get; init; }

        [Display(Name = "Satuan")]
        [Required(ErrorMessage = "Pilih satuannya.")]
        [StringLength(Limits.Unit)]
        public string Unit { get; init; } = "bungkus";

        [Display(Name = "Stok hari ini")]
        [Required(ErrorMessage = "Tulis berapa yang ada, boleh 0.")]
        [Range(0, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Stock { get; init; }

        [Display(Name = "Isi tiap satuan")]
        [Range(1, 1_000_000, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Content { get; init; }

        public Measure Measure { get; init; }

        [Display(Name = "Keterangan")]
        [StringLength(Limits.About, ErrorMessage = "Keterangan paling panjang {1} huruf.")]
        public string? About { get; init; }

        public Guid Command { get; init; } = Guid.NewGuid();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await KnowShopsAsync(ct) ? Page() : NotFound();

    /// <summary>Saves, and lets the KIM look.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync(submit: true, ct);

    /// <summary>Saves for later.</summary>
    public Task<IActionResult> OnPostDraftAsync(CancellationToken ct) => SaveAsync(submit: false, ct);

    private async Task<IActionResult> SaveAsync(bool submit, CancellationToken ct)
    {
        if (!await KnowShopsAsync(ct) || ((Shops.Count > 1 || Input.Shop != Guid.Empty) && Shops.All(shop => shop.BusinessId != Input.Shop)))
        {
            return NotFound();
        }

        ActFor(Shop.BusinessId);
        await TakePhotoAsync(ct);
        if (Received is null && submit)
        {
            ModelState.TryAddModelError("Input.Camera", T["Ambil satu foto dulu, atau simpan sebagai draf."]);
        }

        if (Input.Category is { Length: > 0 } category && !choices.HasCategory(category))
        {
            ModelState.AddModelError("Input.Category", T["Pilih jenisnya."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var content = Input.Content is { } amount ? new Content(amount, Input.Measure) : null;
        var face = new ProductFace(Input.Name, Input.Category, Input.Unit, content, Input.About ?? "");
        var command = Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command;
        var listed = await desk.ListAsync(
            new(command, new Id<Business>(Shop.BusinessId), face, Input.Price!.Value, Input.Stock!.Value, Received, submit), Me, ct);
        if (listed.Refusal is { } refusal)
        {
            ModelState.AddModelError("", T.Of(refusal));
            return Page();
        }

        Saved = "produk-baru";
        var place = $"~/lapak/produk/{listed.Product}";
        return !submit ? Done("Draf tersimpan. Hanya Anda yang melihatnya.", place)
            : Shop.Trusted ? Done("Tersimpan. Produk tayang begitu fotonya siap.", place)
            : Done("Tersimpan. Begitu fotonya siap, KIM Anda memeriksanya.", place);
    }

    private async Task TakePhotoAsync(CancellationToken ct)
    {
        if ((Input.Camera ?? Input.Gallery) is not { Length: > 0 } file)
        {
            Received = photos.Known(Input.Received);
            return;
        }

        (Received, var refusal) = await photos.ReceiveAsync(file, ct);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Camera", T.Of(refusal));
        }
    }

    private async Task<bool> KnowShopsAsync(CancellationToken ct)
    {
        Shops = await goods.ShopsAsync(Me, ct);
        return Shops.Count > 0;
    }
}
