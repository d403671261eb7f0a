using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Web.Features.Regions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Delivery;

/// <summary>/lapak/ongkir/{slug}: what it costs to have goods brought, place by place.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengatur ongkir lapaknya menurut tempat"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class RatesModel(RateShops shops, PlaceQuestion places, Marketplace market, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Slug { get; init; } = "";

    /// <summary>The line that is to be changed.</summary>
    [FromQuery(Name = "ubah")]
    public string? Edit { get; init; }

    public RateShop Shop { get; private set; } = null!;

    public IReadOnlyList<RateLine> Lines { get; private set; } = [];

    /// <summary>Places that bear the name that was typed, when there are several.</summary>
    public IReadOnlyList<MeantPlace> Meant { get; private set; } = [];

    /// <summary>Whether it takes orders for places without a price.</summary>
    public bool QuotesElsewhere => Shop.Ships ?? Lines.Count > 0;

    /// <summary>The line whose terms stand in the form; null for a new one.</summary>
    public RateLine? Editing => Lines.FirstOrDefault(line => line.Code == Edit);

    [BindProperty]
    public Form Input { get; set; } = new();

    private string Address => $"~/lapak/ongkir/{Slug}";

    public sealed class Form
    {
        [Display(Name = "Diantar ke mana")]
        [StringLength(80)]
        public string? Where { get; init; }

        [StringLength(13)]
        public string? Place { get; init; }

        [Display(Name = "Ongkir")]
        public Rupiah? Price { get; init; }

        [Display(Name = "Belanja paling sedikit")]
        public Rupiah? Minimum { get; init; }

        [Display(Name = "Gratis mulai belanja")]
        public Rupiah? FreeFrom { get; init; }

        [Display(Name = "Sampai dalam berapa hari")]
        public int? Days { get; init; }

        public bool Ships { get; init; }

        [Display(Name = "Dikirim dengan apa")]
        [StringLength(Limits.Place)]
        public string? How { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Input = new() { Ships = QuotesElsewhere, How = Shop.ShipsHow };
        if (Editing is { Rate: var rate })
        {
            Input = new() { Ships = QuotesElsewhere, How = Shop.ShipsHow, Place = rate.Region.Value, Price = rate.Price, Minimum = rate.Minimum, FreeFrom = rate.FreeFrom, Days = rate.Days };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var region = await RegionAsync(ct);
        if (Input.Price is null && ModelState.GetValueOrDefault("Input.Price") is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input.Price", T["Tulis ongkirnya dalam rupiah. 0 berarti gratis."]);
        }

        if (region is not { } there || !ModelState.IsValid)
        {
            return Page();
        }

        var rate = new DeliveryRate(there, Input.Price!.Value, Input.Minimum, Input.FreeFrom, Input.Days);
        if (rate.Objection is { } objection)
        {
            ModelState.AddModelError(FieldOf(objection), T.Of(objection));
            return Page();
        }

        return await AgreedAsync(market.TellAsync(new Id<Business>(Shop.BusinessId), (Business known) => known.SetRate(rate, clock.GetUtcNow()), Me.By(), ct))
            ? Done("Ongkir tersimpan. Pembeli melihatnya mulai sekarang.", Address)
            : Page();
    }

    /// <summary>Whether orders are taken for places that the table does not name.</summary>
    public async Task<IActionResult> OnPostElsewhereAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Price");
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var how = Input.How ?? "";
        var (ships, now) = (Input.Ships, clock.GetUtcNow());
        if (ModelState.IsValid && ships && PublicText.HoldsNumber(how))
        {
            ModelState.AddModelError("Input.How", T.Of(BusinessRefusals.ShippingHoldsNumber));
        }

        return ModelState.IsValid && await AgreedAsync(market.TellAsync(
            new Id<Business>(Shop.BusinessId), (Business known) => ships ? known.OfferShipping(how, now) : known.EndShipping(now), Me.By(), ct))
            ? Done("Tersimpan. Pembeli melihatnya mulai sekarang.", Address)
            : Page();
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (!await FindAsync(ct) || !RegionCode.TryParse(Input.Place, null, out var region))
        {
            return NotFound();
        }

        return await AgreedAsync(market.TellAsync(new Id<Business>(Shop.BusinessId), (Business known) => known.DropRate(region, clock.GetUtcNow()), Me.By(), ct))
            ? Done("Tempat itu dihapus dari daftar ongkir.", Address)
            : Page();
    }

    private async Task<RegionCode?> RegionAsync(CancellationToken ct)
    {
        if (Editing is { } line)
        {
            return line.Rate.Region;
        }

        var answer = await places.AskAsync(Input.Where, Input.Place, Reach.Regency, T, ct);
        Meant = answer.Meant;
        if (answer.Place is null)
        {
            ModelState.AddModelError("Input.Where", answer.Advice ?? T["Tulis nama desa, kecamatan, atau kabupatennya."]);
        }

        return answer.Place;
    }

    private static string FieldOf(Refusal objection) =>
        objection == BusinessRefusals.BadDeliveryFee ? "Input.Price"
        : objection == BusinessRefusals.RateMinimum ? "Input.Minimum"
        : objection == BusinessRefusals.RateFreeFrom ? "Input.FreeFrom"
        : objection == BusinessRefusals.RateDays ? "Input.Days"
        : "Input.Where";

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!Domain.Slug.IsValid(Slug) || await shops.FindAsync(Me, Slug, ct) is not var (shop, lines))
        {
            return false;
        }

        (Shop, Lines) = (shop, lines);
        ActFor(shop.BusinessId);
        return true;
    }
}
