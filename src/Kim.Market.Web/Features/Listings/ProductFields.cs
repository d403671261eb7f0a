using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Listings;

/// <summary>What every form about a product asks: its name, its kind, its unit, how much is in it, what there is to say.</summary>
public class ProductFields
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
    public string Unit { get; init; } = "bungkus";

    [Display(Name = "Isi tiap satuan")]
    [Range(1, 1_000_000, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? Content { get; init; }

    public Measure Measure { get; init; }

    [Display(Name = "Keterangan")]
    [StringLength(Limits.About, ErrorMessage = "Keterangan paling panjang {1} huruf.")]
    public string? About { get; init; }

    public Guid Command { get; init; } = Guid.NewGuid();

    /// <summary>What was typed, as the product says it of itself.</summary>
    public ProductFace ToFace() => new(Name, Category, Unit, Content is { } amount ? new(amount, Measure) : null, About ?? "");
}
