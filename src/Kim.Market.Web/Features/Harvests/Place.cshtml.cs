using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Carts;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/antrean/{token}: how far a place in line is, and the yes or no to what is offered. Who holds the key stands there.</summary>
[OpenTo(Audience.KeyHolder, What = "Melihat tempatnya di antrean panen, keluar dari antrean, dan menjawab tawarannya"), PrivatePage]
public sealed class PlaceModel(HarvestBook book, QueueDesk desk, PlaceQuestion places, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public NamedHarvest Harvest { get; private set; } = null!;

    public QueuePlace Own { get; private set; } = null!;

    /// <summary>People before them, and what those want.</summary>
    public (int People, int Quantity) Before { get; private set; }

    /// <summary>What is offered, as the till would see it; null while nothing is.</summary>
    public CartLine? Line { get; private set; }

    /// <summary>What it costs when it is fetched.</summary>
    public Quote Pickup { get; private set; } = new([]);

    /// <summary>What it costs when it is brought; null where its seller brings nothing.</summary>
    public Quote? Delivery { get; private set; }

    public bool AsksWhere => Line?.Delivers.DependOnPlace == true;

    /// <summary>The village it goes to; null until it is clear.</summary>
    public RegionCode? Where => _asked?.Place;

    public string? WhereName => _asked?.Name;

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant => _asked?.Meant ?? [];

    /// <summary>True where the fee for the place stands on the page for the first time: the buyer looks before the last click.</summary>
    public bool IsNewlyPriced { get; private set; }

    /// <summary>The seller may be asked for the stall's sake: it is open, and its KIM awake.</summary>
    public bool CanBeTaken => Line is { Problem: LineProblem.None };

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Address => $"{Request.Scheme}://{Request.Host}{Url.Content($"~/antrean/{Token}")}";

    private PlaceAnswer? _asked;

    public sealed class Form
    {
        public Handover Handover { get; init; }

        [Display(Name = "Desa atau kelurahan tujuan")]
        [StringLength(80)]
        public string? Where { get; init; }

        /// <summary>The code of the village that was chosen among those of one name.</summary>
        [StringLength(13)]
        public string? Place { get; init; }

        [Display(Name = "Alamat antar")]
        [StringLength(Limits.BuyerAddress)]
        public string? Address { get; init; }

        [Display(Name = "Catatan untuk penjual")]
        [StringLength(Limits.BuyerNote)]
        public string? Note { get; init; }

        public Guid Command { get; init; }

        public long SeenPickup { get; init; }

        public long SeenDelivery { get; init; }

        /// <summary>The village whose fee stood on the page.</summary>
        [StringLength(13)]
        public string? SeenPlace { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    /// <summary>They take it: from then on it is an order like any other.</summary>
    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Own.State == PlaceState.Confirmed)
        {
            return Ordered(); // pressed twice
        }

        ForgetWhatIsNotTyped();
        if (Input.Handover == Handover.Delivery)
        {
            if (string.IsNullOrWhiteSpace(Input.Address))
            {
                ModelState.AddModelError("Input.Address", T["Tulis alamat antar: jalan atau gang, RT, desa/kelurahan, dan patokan."]);
            }

            CheckPlace();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Where is { } where && where.Value != Input.SeenPlace)
        {
            IsNewlyPriced = true;
            return Page();
        }

        var seen = new Rupiah(Input.Handover == Handover.Delivery ? Input.SeenDelivery : Input.SeenPickup);
        var taken = desk.TakeAsync(
            new(new Id<Harvest>(Harvest.HarvestId), Own.Id, Input.Handover, Where, Input.Handover == Handover.Delivery ? FullAddress : null, Tidy(Input.Note), seen),
            Me.By(Input.Command), ct);
        if (await AgreedAsync(taken))
        {
            return Ordered();
        }

        await FindAsync(ct);
        return Own.State == PlaceState.Confirmed ? Ordered() : Page();
    }

    /// <summary>Says what bringing it to the place costs; whatever else is missing can still be filled in.</summary>
    public async Task<IActionResult> OnPostFeeAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ModelState.Clear();
        CheckPlace();
        return Page();
    }

    /// <summary>Out of the line, or no to what is offered.</summary>
    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        ForgetWhatIsNotTyped();
        if (await AgreedAsync(desk.LeaveAsync(new Id<Harvest>(Harvest.HarvestId), Own.Id, Me.By(Input.Command), ct)))
        {
            return Done("Anda sudah keluar dari antrean. Nama dan nomor Anda dihapus.", $"~/antrean/{Token}");
        }

        await FindAsync(ct);
        return Page();
    }

    private StatusCodeResult Ordered()
    {
        OrderKeys.Remember(HttpContext, Token);
        Response.Headers.Location = Url.Content($"~/pesanan/{Token}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private void CheckPlace()
    {
        if (!AsksWhere)
        {
            return;
        }

        if (Where is null)
        {
            ModelState.AddModelError("Input.Where", _asked?.Advice ?? T["Tulis desa atau kelurahan tujuan, supaya ongkirnya bisa dihitung."]);
        }
        else if (Delivery is { Delivering: 0 } nobody)
        {
            ModelState.AddModelError("Input.Where", OfferWords.Nobody(nobody, T));
        }
    }

    // Whoever tampers with a hidden field is not asked to correct it: a total that was never shown fits no offer.
    private void ForgetWhatIsNotTyped()
    {
        foreach (var field in new[] { "Command", "SeenPickup", "SeenDelivery", "SeenPlace", "Place" })
        {
            ModelState.Remove($"Input.{field}");
        }
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not var (own, of, state) || state.PlaceOf(new Id<QueuePlace>(own.PlaceId)) is not { } place)
        {
            return false;
        }

        (Harvest, Own, Before) = (of, place, state.Before(place.Id));
        Line = place.State == PlaceState.Offered && Now < place.Until ? await book.LineAsync(state, place, ct) : null;
        if (!CanBeTaken)
        {
            return true;
        }

        Pickup = QueueDesk.Price(Line!, Handover.Pickup, null);
        _asked = AsksWhere && Input.Handover == Handover.Delivery ? await places.AskAsync(Input.Where, Input.Place, Reach.Village, T, ct) : null;
        var delivery = QueueDesk.Price(Line!, Handover.Delivery, Where);
        Delivery = delivery.Delivering > 0 || AsksWhere ? delivery : null;
        return true;
    }

    // The village stands in its own field, and belongs to the address as its seller reads it.
    private string? FullAddress => Where is null ? Tidy(Input.Address) : $"{Tidy(Input.Address)}, {WhereName}";

    private static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
