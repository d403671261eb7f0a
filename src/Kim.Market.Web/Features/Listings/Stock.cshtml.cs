using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stocks;
using Kim.Market.Web.Features.Shared;
using Kim.Market.Web.Features.Stocks;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Listings;

/// <summary>/lapak/produk/{id}/stok: the ledger of one product's stock, and the next line in it.</summary>
[For(Desk.Seller, BusinessRole.Owner, BusinessRole.Staff, BusinessRole.GoodsHelper, What = "Mencatat stok produk lapaknya"), PrivatePage]
public sealed class StockModel(SellerGoods goods, StockDesk desk, StockBook book, TimeProvider clock) : MarketPage
{
    /// <summary>A day of the past, as yyyy-MM-dd.</summary>
    [FromQuery(Name = "per")]
    public string? As { get; init; }

    /// <summary>The version of the stock behind which the page begins.</summary>
    [FromQuery(Name = "sesudah")]
    public string? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public OwnProduct Product { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<LedgerLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(null, null);

    public Zone Zone => Zone.Of(Product.TimeZone);

    public DateOnly Today => DateFormat.DayIn(clock.GetUtcNow(), Zone);

    /// <summary>The day asked for, and what lay on the shelf at its end.</summary>
    public (DateOnly Day, int OnHand)? Then { get; private set; }

    public sealed class Form
    {
        /// <summary>A kind of movement, or <c>Count</c>.</summary>
        public LedgerKind Kind { get; init; } = LedgerKind.Harvest;

        [Display(Name = "Berapa")]
        [Required(ErrorMessage = "Tulis berapa.")]
        [Range(0, Limits.Stock, ErrorMessage = "Tulis jumlah dari {1} sampai {2}.")]
        public int? Quantity { get; init; }

        [Display(Name = "Catatan")]
        [StringLength(Limits.Remark, ErrorMessage = "Catatan paling panjang {1} huruf.")]
        public string? Remark { get; init; }

        public Guid Command { get; init; } = Guid.NewGuid();
    }

    /// <summary>What a seller may write; what is sold here writes itself.</summary>
    public static IReadOnlyList<LedgerKind> Kinds { get; } =
        [LedgerKind.Harvest, LedgerKind.SoldOutside, LedgerKind.Damage, LedgerKind.Sample, LedgerKind.Count];

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => ShowAsync(id, ct);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var page = await ShowAsync(id, ct);
        if (page is NotFoundResult || !ModelState.IsValid)
        {
            return page;
        }

        var (quantity, remark, now) = (Input.Quantity!.Value, Input.Remark ?? "", clock.GetUtcNow());
        var command = Input.Command == Guid.Empty ? Guid.NewGuid() : Input.Command;
        return await AgreedAsync(desk.TellAsync(new Id<Product>(id), command, Decide, Me, ct))
            ? Done("Tercatat.", $"~/lapak/produk/{id}/stok")
            : page;

        Decision<StockEvent> Decide(Stock stock) => Input.Kind switch
        {
            LedgerKind.Count => stock.Count(quantity, remark, now),
            LedgerKind.SoldOutside => stock.Move(MovementKind.SoldOutside, quantity, remark, now),
            LedgerKind.Damage => stock.Move(MovementKind.Damage, quantity, remark, now),
            LedgerKind.Sample => stock.Move(MovementKind.Sample, quantity, remark, now),
            _ => stock.Move(MovementKind.Harvest, quantity, remark, now),
        };
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken ct)
    {
        if (await goods.FindAsync(Me, id, ct) is not { } product)
        {
            return NotFound();
        }

        Product = product;
        ActFor(product.BusinessId);
        var before = long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : (long?)null;
        var day = PastDay.Read(As, Zone, clock.GetUtcNow());
        var page = await book.ReadAsync(new Id<Product>(id), before, day is { } asked ? PastDay.EndOf(asked, Zone) : null, ct);
        Lines = page.Lines;
        Paging = new(null, page.Next is { } next ? $"~/lapak/produk/{id}/stok?sesudah={next}" : null);
        Then = day is { } past ? (past, page.Then) : null;

        return Page();
    }
}
