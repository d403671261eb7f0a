using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Web.Features.Acts;
using Kim.Market.Web.Features.Products;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}/harga: what it costs, and for how long it may cost less.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Menetapkan harga dan diskon produk lapaknya"), PrivatePage]
public sealed class PriceModel(SellerGoods goods, Marketplace market, ActDesk acts, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public OwnProduct Product { get; private set; } = null!;

    /// <summary>As its events tell it, with the prices that may be struck through.</summary>
    public Product Known { get; private set; } = null!;

    public IReadOnlyList<Rupiah> Honest { get; private set; } = [];

    /// <summary>The newest first.</summary>
    public IEnumerable<PriceStep> Steps => Product.Steps.Reverse().Take(50);

    public Zone Zone => Zone.Of(Product.TimeZone);

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone);

    public sealed class Form
    {
        [Display(Name = "Harga baru")]
        public Rupiah? Price { get; init; }

        [Display(Name = "Harga diskon")]
        public Rupiah? Lower { get; init; }

        [Display(Name = "Harga yang dicoret")]
        public Rupiah? Was { get; init; }

        [Display(Name = "Berlaku sampai")]
        public DateOnly? Until { get; init; }

        public Guid Command { get; init; } = Guid.NewGuid();
    }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        Need(Input.Price is not null, "Input.Price", T["Tulis harganya, contoh 25.000."]);
        return DoAsync(id, SetAsync, T["Harga baru berlaku sekarang."], ct);

        async Task<Refusal?> SetAsync() => (await acts.DoAsync(
            Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command, ActKind.Price, Product.BusinessId, [new Id<Product>(id)],
            (product, now) => product.SetPrice(Input.Price!.Value, now), Me, ct)).Refusal;
    }

    public Task<IActionResult> OnPostLowerAsync(Guid id, CancellationToken ct)
    {
        Need(Input.Lower is not null, "Input.Lower", T["Tulis harganya, contoh 25.000."]);
        Need(Input.Was is not null, "Input.Was", T["Tulis harganya, contoh 25.000."]);
        Need(Input.Until is { Year: > 2000 and < 9000 }, "Input.Until", T["Pilih hari terakhirnya."]);
        return TellAsync(
            id, product => product.Lower(Input.Lower!.Value, Input.Was!.Value, PastDay.EndOf(Input.Until!.Value, Zone), clock.GetUtcNow()),
            T["Diskon berlaku sekarang."], ct);
    }

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        TellAsync(id, product => product.EndDiscount(clock.GetUtcNow()), T["Diskon berakhir. Harga semula berlaku lagi."], ct);

    private void Need(bool isThere, string field, string sentence)
    {
        if (!isThere)
        {
            ModelState.TryAddModelError(field, sentence);
        }
    }

    private Task<IActionResult> TellAsync(Guid id, Func<Product, Decision<ProductEvent>> decide, string done, CancellationToken ct) =>
        DoAsync(id, () => market.TellAsync(new Id<Product>(id), decide, Me.By(Input.Command), ct), done, ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        var page = await ShowAsync(id, ct);
        if (page is NotFoundResult || !ModelState.IsValid || !await AgreedAsync(act()))
        {
            return page;
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/lapak/produk/{id}/harga"));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        ActFor(product.BusinessId);
        Known = (await market.LoadAsync<Product, ProductEvent>(new Id<Product>(id), ct)).State!;
        Honest = Known.Shown.Honest(clock.GetUtcNow());
        return Page();
    }
}
