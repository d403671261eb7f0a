using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
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

    public sealed class Form : ProductFields
    {
        public IFormFile? Camera { get; init; }

        public IFormFile? Gallery { get; init; }

        [StringLength(64)]
        public string? Received { get; init; }

        public Guid Shop { get; init; }

        [Display(Name = "Harga")]
        [Required(ErrorMessage = "Tulis harganya, contoh 25.000.")]
        public Rupiah? Price { get; init; }

        [Display(Name = "Stok hari ini")]
        [Required(ErrorMessage = "Tulis berapa yang ada, boleh 0.")]
        [Range(0, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Stock { get; init; }
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

        var command = Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command;
        var listed = await desk.ListAsync(
            new(command, new Id<Business>(Shop.BusinessId), Input.ToFace(), Input.Price!.Value, Input.Stock!.Value, Received, submit), Me, ct);
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
            Received = await photos.KnownAsync(Input.Received, ct);
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
