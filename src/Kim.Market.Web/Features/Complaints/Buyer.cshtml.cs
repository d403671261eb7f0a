using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Complaints;

/// <summary>/pesanan/{token}/keluhan/{order}: what is wrong with an order, and how it is set right. Only the buyer's own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Mengeluhkan pesanannya sendiri, meneruskannya ke KIM, dan menyatakannya beres"), PrivatePage]
[EnableRateLimiting(RateLimits.Write)]
public sealed class BuyerModel(ComplaintBook book, ComplaintDesk complaints, OrderDesk desk, TimeProvider clock) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [FromRoute(Name = "order")]
    public Guid Number { get; init; }

    [BindProperty]
    public Form Input { get; init; } = new();

    public ComplaintCase Case { get; private set; } = null!;

    public bool IsMade => (short)Case.Row.Stage >= 0;

    /// <summary>The seller had their word, or their time; before that the KIM is not asked.</summary>
    public bool MayEscalate => Case.Row.Stage == ComplaintStage.Answered || (Case.Row.Stage == ComplaintStage.Open && Case.Row.DueAt <= clock.GetUtcNow().UtcDateTime);

    private string Here => $"~/pesanan/{Token}/keluhan/{Number}";

    public sealed class Form
    {
        public long Version { get; init; }

        public Guid Command { get; init; }

        public ComplaintKind Kind { get; init; }

        [Display(Name = "Apa yang terjadi")]
        [StringLength(Limits.Note)]
        public string? Words { get; init; }

        public IFormFileCollection? Photos { get; init; }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostComplainAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var row = Case.Row;
        return ModelState.IsValid && await AgreedAsync(complaints.SayAsync(
            row.OrderId, row.BuyerId, null, new(Input.Command, Input.Words, [.. Input.Photos ?? (IEnumerable<IFormFile>)[]]),
            (order, photos, now) => order.Complain(Input.Command, Input.Kind, photos, now), Me.By(Input.Command), ct))
            ? Done("Keluhan terkirim. Penjual menjawab di halaman ini.", Here)
            : Page();
    }

    /// <summary>The buyer is content with what stands on the page, and with no other offer.</summary>
    public Task<IActionResult> OnPostSettleAsync(CancellationToken ct) =>
        TellAsync((order, now) => order.SettleComplaint(now), T["Terima kasih. Keluhan ini beres."], ct);

    public Task<IActionResult> OnPostEscalateAsync(CancellationToken ct) =>
        TellAsync((order, now) => order.EscalateComplaint(now), T["Diteruskan ke KIM. Usulannya muncul di halaman ini."], ct);

    private async Task<IActionResult> TellAsync(Func<Order, DateTimeOffset, Decision<OrderEvent>> decide, string done, CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await AgreedAsync(desk.TellAsync(new Id<Order>(Number), Input.Version, decide, Me.By(Input.Command), ct)))
        {
            Flash = done;
            return LocalRedirect(Url.Content(Here));
        }

        await FindAsync(ct);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OfBuyerAsync(Token, Number, ct) is not { } row)
        {
            return false;
        }

        Case = (await book.OpenAsync([row], $"~/pesanan/{Token}/keluhan/foto", ct))[0];
        return true;
    }
}
