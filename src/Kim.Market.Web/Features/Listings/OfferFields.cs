using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Products;

namespace Kim.Market.Web.Features.Listings;

/// <summary>What may be said of a product beyond that: on which terms it can be had, and its story. All of it may stay empty.</summary>
public sealed class OfferFields : ProductFields
{
    [Display(Name = "Nama pilihan ini")]
    [StringLength(Limits.Option, ErrorMessage = "Paling panjang {1} huruf.")]
    public string? Option { get; init; }

    public Supply Supply { get; init; }

    [Display(Name = "Siap berapa hari setelah dipesan?")]
    [Range(1, Making.LongestLead, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? LeadDays { get; init; }

    [Display(Name = "Sanggup membuat berapa?")]
    [Range(1, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? Capacity { get; init; }

    public CapacityPer Per { get; init; }

    [Display(Name = "Batas jam pesan untuk hari itu")]
    [Range(0, 23, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? CutOff { get; init; }

    [Display(Name = "Uang muka")]
    [StringLength(Limits.Remark, ErrorMessage = "Catatan paling panjang {1} huruf.")]
    public string? Deposit { get; init; }

    [Display(Name = "Mulai bulan")]
    [Range(1, 12)]
    public int? FromMonth { get; init; }

    [Display(Name = "Tanggal mulai")]
    [Range(1, 31, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? FromDay { get; init; }

    [Display(Name = "Sampai bulan")]
    [Range(1, 12)]
    public int? UntilMonth { get; init; }

    [Display(Name = "Tanggal selesai")]
    [Range(1, 31, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? UntilDay { get; init; }

    [Display(Name = "Pembelian paling sedikit")]
    [Range(1, Limits.Quantity, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
    public int? Minimum { get; init; }

    [Display(Name = "Kehalalan bahan")]
    public HalalStatement Halal { get; init; }

    [Display(Name = "Siapa yang membuat")]
    [StringLength(Story.Longest, ErrorMessage = "Paling panjang {1} huruf.")]
    public string? People { get; init; }

    [Display(Name = "Di mana")]
    [StringLength(Story.Longest, ErrorMessage = "Paling panjang {1} huruf.")]
    public string? Place { get; init; }

    [Display(Name = "Cara membuatnya")]
    [StringLength(Story.Longest, ErrorMessage = "Paling panjang {1} huruf.")]
    public string? Process { get; init; }

    [Display(Name = "Buktinya")]
    [StringLength(Story.Longest, ErrorMessage = "Paling panjang {1} huruf.")]
    public string? Proof { get; init; }

    /// <summary>Something was said here: the form opens where it was.</summary>
    public bool HasAny() => ToTerms() != Terms.Ordinary || !ToStory().IsEmpty() || Content is not null;

    public Terms ToTerms() => new Terms(
        Supply,
        new Making(LeadDays ?? 0, Capacity, Per, CutOff, Deposit ?? ""),
        FromMonth is { } from && UntilMonth is { } until
            ? new Season(new(from, FromDay ?? 1), new(until, UntilDay ?? DateTime.DaysInMonth(2024, until)))
            : null,
        Minimum ?? 1,
        Halal).Trim();

    public Story ToStory() => new Story(People ?? "", Place ?? "", Process ?? "", Proof ?? "").Trim();

    /// <summary>The form as it would have been filled for a product.</summary>
    public static OfferFields Of(OwnProduct product)
    {
        var (terms, story) = (product.Had, product.Told);
        return new()
        {
            Name = product.PlainName,
            Option = product.Option,
            Category = product.Category,
            Unit = product.Unit,
            Content = product.Content,
            Measure = (Measure)(product.Measure ?? 0),
            About = product.About,
            Supply = terms.Supply,
            LeadDays = terms.Making?.LeadDays,
            Capacity = terms.Making?.Capacity,
            Per = terms.Making?.Per ?? CapacityPer.Day,
            CutOff = terms.Making?.CutOff,
            Deposit = terms.Making?.Deposit,
            FromMonth = terms.Season?.From.Month,
            FromDay = terms.Season?.From.Day,
            UntilMonth = terms.Season?.Until.Month,
            UntilDay = terms.Season?.Until.Day,
            Minimum = terms.Minimum == 1 ? null : terms.Minimum,
            Halal = terms.Halal,
            People = story.People,
            Place = story.Place,
            Process = story.Process,
            Proof = story.Proof,
        };
    }
}
