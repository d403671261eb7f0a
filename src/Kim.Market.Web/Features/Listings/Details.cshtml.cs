using Kim.Market.Domain;
using Kim.Market.Domain.Acts;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Acts;
using Kim.Market.Web.Features.Restocks;
using Kim.Market.Web.Pictures;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}: one product as its seller has it before them: its state, its photos, the ways to change it.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mengubah satu produk lapaknya: foto, tayang, turun"), PrivatePage]
public sealed class DetailsModel(
    SellerGoods goods, ListingDesk desk, PhotoIntake intake, PhotoQueue queue, Marketplace market, ActDesk acts, RestockWaits restocks, TimeProvider clock) : MarketPage
{
    private Guid _id;

    public OwnProduct Product { get; private set; } = null!;

    /// <summary>Photos that are not on the product: on their way, or refused.</summary>
    public IReadOnlyList<PhotoJob> Jobs { get; private set; } = [];

    /// <summary>How many want to hear when it is there again.</summary>
    public int Waiting { get; private set; }

    [BindProperty]
    public Form Input { get; init; } = new();

    /// <summary>Set where a form has just become this product: what a browser had kept of it may go.</summary>
    [TempData]
    public string? Saved { get; set; }

    public bool IsPreparing => Jobs.Any(job => job.Refused is null);

    private Id<Product> Id => new(_id);

    /// <summary>Which photo, and what is to become of it.</summary>
    public sealed class Form
    {
        public string Hash { get; init; } = "";

        public string? Alt { get; init; }

        public Guid Job { get; init; }

        public IFormFile? Photo { get; init; }

        public Guid Command { get; init; }
    }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) => DoAsync(
        id, () => desk.SubmitAsync(Id, new Id<Business>(Product.BusinessId), By, ct), T["Terkirim."], ct);

    public Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, ActKind.Withdrawal, (product, now) => product.Withdraw(now), T["Produk diturunkan. Pembeli tidak lagi melihatnya di pasar."], ct);

    public Task<IActionResult> OnPostPutBackAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, ActKind.PutBack, (product, now) => product.PutBack(now), T["Produk sekarang tayang."], ct);

    public Task<IActionResult> OnPostForwardAsync(Guid id, CancellationToken ct) =>
        TellAsync(id, product => product.ForwardPhoto(Input.Hash, clock.GetUtcNow()), T["Urutan foto diubah."], ct);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, CancellationToken ct) =>
        TellAsync(id, product => product.RemovePhoto(Input.Hash, clock.GetUtcNow()), T["Foto dihapus."], ct);

    public Task<IActionResult> OnPostAltAsync(Guid id, CancellationToken ct) =>
        TellAsync(id, product => product.TellPhoto(Input.Hash, Input.Alt ?? "", clock.GetUtcNow()), T["Keterangan foto disimpan."], ct);

    public Task<IActionResult> OnPostSeenAsync(Guid id, CancellationToken ct) => DoAsync(
        id, async () =>
        {
            await queue.ForgetAsync(Id, Input.Job, ct);
            return null;
        }, T["Foto itu tidak dipakai."], ct);

    public Task<IActionResult> OnPostPhotoAsync(Guid id, CancellationToken ct) =>
        DoAsync(id, () => AddPhotoAsync(ct), T["Foto diterima dan sedang disiapkan."], ct);

    private Metadata By => Me.By(Input.Command);

    private async Task<Refusal?> AddPhotoAsync(CancellationToken ct)
    {
        if (Input.Photo is not { Length: > 0 } file)
        {
            return PictureRefusals.NotAPicture;
        }

        var (original, refusal) = Product.Shown.Count + Jobs.Count >= Limits.PhotosPerProduct
            ? (null, ProductRefusals.PhotoCount)
            : await intake.ReceiveAsync(file, ct);
        if (original is not null)
        {
            await desk.AddPhotoAsync(Id, original, Me, ct);
        }

        return refusal;
    }

    /// <summary>What can be undone for a day.</summary>
    private Task<IActionResult> ActAsync(
        Guid id, ActKind kind, Func<Product, DateTimeOffset, Decision<ProductEvent>> decide, string done, CancellationToken ct)
    {
        return DoAsync(id, DoneAsync, done, ct);

        async Task<Refusal?> DoneAsync() => (await acts.DoAsync(
            Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command, kind, Product.BusinessId, [Id], decide, Me, ct)).Refusal;
    }

    private Task<IActionResult> TellAsync(Guid id, Func<Product, Decision<ProductEvent>> decide, string done, CancellationToken ct) =>
        DoAsync(id, () => market.TellAsync(Id, decide, By, ct), done, ct);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task<Refusal?>> act, string done, CancellationToken ct)
    {
        var page = await ShowAsync(id, ct);
        if (page is NotFoundResult || !ModelState.IsValid || !await AgreedAsync(act()))
        {
            return page;
        }

        Flash = done;
        return LocalRedirect(Url.Content($"~/lapak/produk/{_id}"));
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        _id = id;
        var jobs = await queue.OfAsync(Id, ct); // before the product: a photo that is ready meanwhile is then shown, not lost
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        (Product, Jobs) = (product, jobs);
        Waiting = product.OnHand > product.Reserved ? 0 : await restocks.CountAsync(id, ct);
        ActFor(product.BusinessId);
        return Page();
    }
}
