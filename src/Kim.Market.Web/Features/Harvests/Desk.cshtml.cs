using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Accounts;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>Somebody in line as their seller sees them; <paramref name="Who"/> is null for those who only help.</summary>
public sealed record Queuer(int Number, QueuePlace Place, Contact? Who, string? WhatsApp);

/// <summary>/lapak/panen/{id}: a harvest, its line, and the next word to it.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Membuka panen, menutup antreannya, dan menyatakan panen gagal"), PrivatePage]
public sealed class DeskModel(HarvestBook book, HarvestDesk desk, Vault vault, Standing standing) : MarketPage
{
    public const int PageSize = 50;

    [FromQuery(Name = "sesudah")]
    public int After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public NamedHarvest Harvest { get; private set; } = null!;

    public Harvest State { get; private set; } = null!;

    public IReadOnlyList<Queuer> Line { get; private set; } = [];

    public string? Next { get; private set; }

    /// <summary>Whoever only helps, the KIM for one, sees how long the line is and not who stands in it.</summary>
    public bool SeesPeople => !standing.OnlyHelps(Harvest.BusinessId);

    public sealed class Form
    {
        [Display(Name = "Berapa yang benar-benar datang")]
        [Range(1, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Came { get; init; }

        [Display(Name = "Harga per satuan")]
        public Rupiah? Price { get; init; }

        public Guid Command { get; init; }
    }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct)
    {
        if (Input.Came is null && ModelState.GetValueOrDefault("Input.Came") is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input.Came", T["Tulis berapa yang datang."]);
        }

        if (Input.Price is null && ModelState.GetValueOrDefault("Input.Price") is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input.Price", T["Tulis harganya, contoh 25.000."]);
        }

        return await RefusedAsync(id, harvest => desk.OpenAsync(harvest, Input.Came!.Value, Input.Price!.Value, Me.By(Input.Command), ct), ct)
            ?? Done("Panen dibuka. Yang antre lebih dulu sudah ditawari.", $"~/lapak/panen/{id}");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) =>
        await RefusedAsync(id, harvest => desk.CloseAsync(harvest, Me.By(Input.Command), ct), ct)
        ?? Done("Antrean ditutup. Yang sudah ditawari masih boleh menjawab.", $"~/lapak/panen/{id}");

    public async Task<IActionResult> OnPostFailAsync(Guid id, CancellationToken ct) =>
        await RefusedAsync(id, harvest => desk.FailAsync(harvest, Me.By(Input.Command), ct), ct)
        ?? Done("Tercatat: panen gagal. Semua yang antre melihatnya.", $"~/lapak/panen/{id}");

    public async Task<IActionResult> OnPostShelveAsync(Guid id, CancellationToken ct) =>
        await RefusedAsync(id, harvest => desk.ShelveAsync(harvest, Me.By(Input.Command), ct), ct)
        ?? Done("Sisanya sekarang ada di stok dan bisa dibeli siapa saja.", $"~/lapak/panen/{id}");

    /// <summary>Null when the harvest did as it was told.</summary>
    private async Task<IActionResult?> RefusedAsync(Guid id, Func<Id<Harvest>, Task<Refusal?>> tell, CancellationToken ct)
    {
        if (await book.MineAsync(Me, id, ct) is not { } harvest)
        {
            return NotFound();
        }

        ActFor(harvest.BusinessId);
        return ModelState.IsValid && await AgreedAsync(tell(new Id<Harvest>(id))) ? null : await ShowAsync(id, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await book.MineAsync(Me, id, ct) is not { } harvest)
        {
            return NotFound();
        }

        (Harvest, State) = (harvest, await book.StateAsync(id, ct));
        var shown = State.Places.Select((place, i) => (Number: i + 1, Place: place)).Skip(Math.Max(0, After)).Take(PageSize).ToList();
        var people = SeesPeople ? await vault.OpenAsync([.. shown.Select(one => one.Place.Buyer.Value)], ct) : null;
        Line = [.. shown.Select(one => Of(one.Number, one.Place, people is null ? null : Contact.Of(people[one.Place.Buyer.Value])))];
        Next = State.Places.Length > Math.Max(0, After) + PageSize ? $"~/lapak/panen/{id}?sesudah={Math.Max(0, After) + PageSize}" : null;
        return Page();
    }

    // The buyer's own key stands in no chat: whoever has it could answer for them.
    private Queuer Of(int number, QueuePlace place, Contact? who) => new(
        number, place, who,
        place.State == PlaceState.Offered && who?.WhatsApp is { } to
            ? SellerMessage.Link(to, $"Halo {who.Name}, panen {Harvest.Name} dari {Harvest.Business} sudah ada. Giliran Anda: {place.Offered} {Harvest.Unit}. "
                + "Buka tautan antrean yang Anda simpan, atau halaman Pesanan di Pasar KIM lewat HP yang dipakai antre, lalu jawab dalam 48 jam.")
            : null);
}
