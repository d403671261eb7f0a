using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}/ubah: what a product is called, what it is, how much is in it, on which terms it can be had, its story.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengubah keterangan produk lapaknya"), PrivatePage]
public sealed class EditModel(SellerGoods goods, ListingChoices choices, Marketplace market, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public OfferFields Input { get; set; } = new();

    public OwnProduct Product { get; private set; } = null!;

    public ListingChoices Choices => choices;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        ActFor(product.BusinessId);
        Input = OfferFields.Of(product);
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

        Need(Input is not { Supply: Supply.MadeToOrder, LeadDays: null }, "Input.LeadDays", T["Tulis berapa hari."]);
        Need(Input is not { Supply: Supply.Seasonal, FromMonth: null }, "Input.FromMonth", T["Pilih bulannya."]);
        Need(Input is not { Supply: Supply.Seasonal, UntilMonth: null }, "Input.UntilMonth", T["Pilih bulannya."]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        return await AgreedAsync(market.TellAsync(
            new Id<Product>(id), (Product known) => known.Rewrite(Input.ToFace(), Input.ToTerms(), Input.ToStory(), Input.Option ?? "", clock.GetUtcNow()), Me.By(Input.Command), ct))
            ? Done("Tersimpan.", $"~/lapak/produk/{id}")
            : Page();
    }

    private void Need(bool isThere, string field, string sentence)
    {
        if (!isThere)
        {
            ModelState.TryAddModelError(field, sentence);
        }
    }
}
