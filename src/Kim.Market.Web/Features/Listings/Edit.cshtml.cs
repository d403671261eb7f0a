using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}/ubah: what a product is called, what it is, how much is in it.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengubah keterangan produk lapaknya"), PrivatePage]
public sealed class EditModel(SellerGoods goods, ListingChoices choices, Marketplace market, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public OwnProduct Product { get; private set; } = null!;

    public ListingChoices Choices => choices;

    public sealed class Form
    {
        [Display(Name = "Nama produk")]
        [Required(ErrorMessage = "Tulis nama produknya.")]
        [StringLength(Limits.Name, ErrorMessage = "Nama paling panjang {1} huruf.")]
        public string Name { get; init; } = "";

        [Display(Name = "Jenis")]
        [Required(ErrorMessage = "Pilih jenisnya.")]
        [StringLength(Limits.Name)]
        public string Category { get; init; } = "";

        [Display(Name = "Satuan")]
        [Required(ErrorMessage = "Pilih satuannya.")]
        [StringLength(Limits.Unit)]
        public string Unit { get; init; } = "";

        [Display(Name = "Isi tiap satuan")]
        [Range(1, 1_000_000, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Content { get; init; }

        public Measure Measure { get; init; }

        [Display(Name = "Keterangan")]
        [StringLength(Limits.About, ErrorMessage = "Keterangan paling panjang {1} huruf.")]
        public string? About { get; init; }

        public Guid Command { get; init; } = Guid.NewGuid();
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        ActFor(product.BusinessId);
        Input = new()
        {
            Name = product.Name,
            Category = product.Category,
            Unit = product.Unit,
            Content = product.Content,
            Measure = (Measure)(product.Measure ?? 0),
            About = product.About,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        ActFor(product.BusinessId);

        // a kind from before today's list may stay, but no other of its like may come
        if (Input.Category is { Length: > 0 } category && category != product.Category && !choices.HasCategory(category))
        {
            ModelState.AddModelError("Input.Category", T["Pilih jenisnya."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var content = Input.Content is { } amount ? new Content(amount, Input.Measure) : null;
        var face = new ProductFace(Input.Name, Input.Category, Input.Unit, content, Input.About ?? "");
        return await AgreedAsync(market.TellAsync(
            new Id<Product>(id), (Product known) => known.Describe(face, clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Tersimpan.", $"~/lapak/produk/{id}")
            : Page();
    }
}
