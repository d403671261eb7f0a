using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}/pilihan: the sizes or tastes a product comes in, and one more of them.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Menambah pilihan ukuran atau rasa sebuah produk"), PrivatePage]
public sealed class OptionsModel(SellerGoods goods, OptionDesk desk) : MarketPage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public OwnProduct Product { get; private set; } = null!;

    /// <summary>Those there are, itself among them.</summary>
    public IReadOnlyList<OwnProduct> Options { get; private set; } = [];

    public sealed class Form
    {
        [Display(Name = "Nama pilihan yang sudah ada")]
        [StringLength(Limits.Option, ErrorMessage = "Paling panjang {1} huruf.")]
        public string? First { get; init; }

        [Display(Name = "Nama pilihan baru")]
        [Required(ErrorMessage = "Tulis nama pilihannya.")]
        [StringLength(Limits.Option, ErrorMessage = "Paling panjang {1} huruf.")]
        public string Option { get; init; } = "";

        [Display(Name = "Harga")]
        [Required(ErrorMessage = "Tulis harganya, contoh 25.000.")]
        public Rupiah? Price { get; init; }

        [Display(Name = "Satuan")]
        [Required(ErrorMessage = "Pilih satuannya.")]
        [StringLength(Limits.Unit)]
        public string Unit { get; init; } = "";

        [Display(Name = "Isi tiap satuan")]
        [Range(1, 1_000_000, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Content { get; init; }

        public Measure Measure { get; init; }

        [Display(Name = "Stok hari ini")]
        [Required(ErrorMessage = "Tulis berapa yang ada, boleh 0.")]
        [Range(0, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Stock { get; init; }

        public Guid Command { get; init; } = Guid.NewGuid();
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Input = new() { Unit = Product.Unit, Measure = (Measure)(Product.Measure ?? 0) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (Product.FamilyId is null && string.IsNullOrWhiteSpace(Input.First))
        {
            ModelState.TryAddModelError("Input.First", T["Tulis nama pilihannya."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var content = Input.Content is { } amount ? new Content(amount, Input.Measure) : null;
        var command = Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command;
        var added = await desk.AddAsync(
            Product, new(command, Input.First, Input.Option, Input.Price!.Value, content, Input.Unit, Input.Stock!.Value), Me, ct);
        if (added.Refusal is { } refusal)
        {
            ModelState.AddModelError("", T.Of(refusal));
            return Page();
        }

        return Done("Pilihan ditambahkan.", $"~/lapak/produk/{id}/pilihan");
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return false;
        }

        ActFor(product.BusinessId);
        (Product, Options) = (product, await goods.OptionsAsync(Me, product, ct));
        return true;
    }
}
