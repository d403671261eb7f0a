using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Format;
using Kim.Market.Web.Printing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.MarketDays;

/// <summary>/kelola/hari-pasar/{market}/{tanggal}: who fetches what, the papers for the table, and the hand-over by PIN.</summary>
[For(Desk.Group, GroupRole.Chair, GroupRole.Curator, What = "Mengatur hari pasar KIM-nya dan menyerahkan pesanan di sana"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class DateModel(MarketBook book, MarketTable table, MarketPins pins, MarketPapers papers, OrderDesk desk) : MarketPage
{
    private const int LongestNumber = 20;

    [FromRoute(Name = "market")]
    public Guid Id { get; init; }

    [FromRoute(Name = "tanggal")]
    public string Written { get; init; } = "";

    /// <summary>Leads to the buyer of one order: the code on their page names it.</summary>
    [FromQuery(Name = "pesanan")]
    public string? Number { get; init; }

    /// <summary>What the code on their page says.</summary>
    [FromQuery(Name = "pin")]
    public string? Scanned { get; init; }

    [FromQuery(Name = "sesudah")]
    public Guid? After { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public KnownMarketDay Day { get; private set; } = null!;

    public MarketDate Date { get; private set; } = null!;

    public IReadOnlyList<MarketBuyer> Buyers { get; private set; } = [];

    public string? Next { get; private set; }

    public Zone Zone => MarketDate.ZoneOf(Day.Terms);

    public string Address => string.Create(CultureInfo.InvariantCulture, $"~/kelola/hari-pasar/{Id}/{PastDay.Of(Date.Date)}");

    public sealed class Form
    {
        /// <summary>One order of the buyer who stands there.</summary>
        public Guid Order { get; init; }

        public Guid Command { get; init; }

        /// <summary>What lies on the table.</summary>
        public string[] Here { get; init; } = [];

        [StringLength(20)]
        public string? Pin { get; init; }
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LookAsync(null, ct);

    public async Task<IActionResult> OnGetPackingAsync(CancellationToken ct) => await FindAsync(ct)
        ? new PaperFile($"daftar-bungkus-{PastDay.Of(Date.Date)}.pdf", papers.Packing(Day, Date, await AllAsync(ct)))
        : NotFound();

    public async Task<IActionResult> OnGetSheetAsync(CancellationToken ct) => await FindAsync(ct)
        ? new PaperFile($"serah-terima-{PastDay.Of(Date.Date)}.pdf", papers.Sheet(Day, Date, await AllAsync(ct)))
        : NotFound();

    /// <summary>Everything that lies there for one buyer, in one go; the sellers have the last word on the money.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Command");
        if (!await FindAsync(ct) || await table.BuyerAsync(Me, Id, Date.Date, Input.Order, null, ct) is not { } buyer)
        {
            return NotFound();
        }

        var here = buyer.Orders.Where(order => Input.Here.Contains(order.OrderId.ToString())).ToList();
        if (here.Count > 0 && here.TrueForAll(order => order.IsHandedOver))
        {
            return Done("Sudah diserahkan.", Address);
        }

        if (here.Count == 0)
        {
            ModelState.AddModelError("", T["Centang dulu barang yang diserahkan."]);
        }

        if (ModelState.IsValid && !await pins.TryAsync(buyer.Checkout, Id, Date.Date, Input.Pin, ct))
        {
            ModelState.AddModelError("", T["PIN itu tidak cocok. Minta pembeli membuka halaman pesanannya; paling banyak {0} kali salah. Sesudah itu penjual sendiri yang menyerahkan, dari kotak pesanannya.", MarketPins.MostTries]);
        }

        var cash = here.Where(order => !order.IsHandedOver).Aggregate(Rupiah.Zero, (sum, order) => sum + order.Cash);
        if (!ModelState.IsValid
            || !await AgreedAsync(desk.HandOverAtPointAsync([.. here.Select(order => new Id<Order>(order.OrderId))], new Id<Group>(Day.GroupId), Me.By(Input.Command), ct)))
        {
            return await LookAsync(buyer, ct);
        }

        Flash = cash == Rupiah.Zero ? T["Diserahkan. Tidak ada uang tunai, semuanya sudah dibayar."] : T["Diserahkan. Teruskan {0} tunai kepada penjualnya.", cash];
        return LocalRedirect(Url.Content(Address));
    }

    private async Task<IActionResult> LookAsync(MarketBuyer? asked, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (Number is not null && asked is null)
        {
            asked = Number.Length <= LongestNumber ? await table.BuyerAsync(Me, Id, Date.Date, null, Number.ToUpperInvariant(), ct) : null;
        }

        if (asked is not null || Number is not null)
        {
            Buyers = asked is null ? [] : [asked];
            return Page();
        }

        var page = await table.BuyersAsync(Me, Id, Date.Date, After ?? Guid.Empty, MarketTable.PageSize, ct);
        Buyers = page.Rows;
        Next = page.Next(buyer => $"{Address}?sesudah={buyer.Checkout}");
        return Page();
    }

    private async Task<IReadOnlyList<MarketBuyer>> AllAsync(CancellationToken ct) =>
        (await table.BuyersAsync(Me, Id, Date.Date, Guid.Empty, MarketTable.OnPaper, ct)).Rows;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (!DateOnly.TryParseExact(Written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < 2000 or > 2200 || await book.FindAsync(Me, Id, ct) is not { } day)
        {
            return false;
        }

        (Day, Date) = (day, MarketDate.Of(day.Terms, date, day.Off.GetValueOrDefault(date)));
        return true;
    }
}
