using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/lapak/panen/baru: on one screen what ripens, how much, when, and until when one may queue.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengumumkan panen yang bisa diantre"), PrivatePage]
public sealed class NewModel(HarvestBook book, HarvestDesk desk, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public IReadOnlyList<Ripening> Products { get; private set; } = [];

    /// <summary>The product whose page led here.</summary>
    [FromQuery(Name = "produk")]
    public string? Asked { get; init; }

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone.Wita);

    public Guid Chosen => Input.Product != Guid.Empty ? Input.Product : Guid.TryParse(Asked, out var asked) ? asked : Guid.Empty;

    public sealed class Form
    {
        [Display(Name = "Produk")]
        public Guid Product { get; init; }

        [Display(Name = "Perkiraan hasil")]
        [Required(ErrorMessage = "Tulis berapa perkiraan hasilnya.")]
        [Range(1, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Capacity { get; init; }

        [Display(Name = "Siap paling cepat")]
        [Required(ErrorMessage = "Pilih tanggalnya; perkiraan pun cukup.")]
        public DateOnly? ReadyFrom { get; init; }

        [Display(Name = "Siap paling lambat")]
        [Required(ErrorMessage = "Pilih tanggalnya; perkiraan pun cukup.")]
        public DateOnly? ReadyUntil { get; init; }

        [Display(Name = "Antrean dibuka sampai")]
        [Required(ErrorMessage = "Pilih hari terakhir orang boleh antre.")]
        public DateOnly? QueueUntil { get; init; }

        [Display(Name = "Paling sedikit per pembeli")]
        [Required(ErrorMessage = "Tulis paling sedikit berapa, boleh 1.")]
        [Range(1, Limits.Quantity, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Least { get; init; } = 1;

        [Display(Name = "Paling banyak per pembeli")]
        [Required(ErrorMessage = "Tulis paling banyak berapa.")]
        [Range(1, Limits.Quantity, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Most { get; init; }

        [Display(Name = "Harga per satuan")]
        public Rupiah? Price { get; init; }

        public Guid Command { get; set; } = Guid.NewGuid();
    }

    public async Task OnGetAsync(CancellationToken ct) => Products = await book.RipeningAsync(Me, ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Products = await book.RipeningAsync(Me, ct);
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }

        if (Input.Product == Guid.Empty)
        {
            ModelState.Remove("Input.Product");
            ModelState.AddModelError("Input.Product", T["Pilih produknya."]);
        }
        else if (Products.All(product => product.ProductId != Input.Product))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var chosen = Products.First(product => product.ProductId == Input.Product);
        ActFor(chosen.BusinessId);
        var (id, refusal) = await desk.AnnounceAsync(
            new(Input.Command, new(chosen.ProductId), new(chosen.BusinessId), Input.Capacity!.Value, Input.ReadyFrom!.Value, Input.ReadyUntil!.Value,
                PastDay.EndOf(Input.QueueUntil!.Value, Zone.Of(chosen.TimeZone)), Input.Least!.Value, Input.Most!.Value, Input.Price),
            Me.By(Input.Command), ct);
        if (refusal is null)
        {
            return Done("Panen diumumkan. Antreannya sudah dibuka di halaman produk.", $"~/lapak/panen/{id}");
        }

        ModelState.AddModelError(FieldOf(refusal), T.Of(refusal));
        return Page();
    }

    private static string FieldOf(Refusal refusal) =>
        refusal == HarvestRefusals.BadCapacity ? "Input.Capacity"
        : refusal == HarvestRefusals.BadReady ? "Input.ReadyUntil"
        : refusal == HarvestRefusals.BadQueueUntil ? "Input.QueueUntil"
        : refusal == HarvestRefusals.BadAmounts ? "Input.Most"
        : refusal == HarvestRefusals.BadPrice ? "Input.Price"
        : refusal == HarvestRefusals.Running ? "Input.Product"
        : "";
}
