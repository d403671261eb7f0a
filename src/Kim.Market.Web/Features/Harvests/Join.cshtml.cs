using System.ComponentModel.DataAnnotations;
using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.Till;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/p/{slug}/antre: joining the line for a harvest, with a name, a number and how much.</summary>
[OpenTo(Audience.Everyone, What = "Antre untuk panen yang akan datang, tanpa akun"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class JoinModel(HarvestBook book, QueueDesk desk, TimeProvider clock) : MarketPage
{
    [BindProperty]
    public Form Input { get; init; } = new();

    public NamedHarvest Harvest { get; private set; } = null!;

    /// <summary>The line takes nobody any more.</summary>
    public bool IsOver => !Harvest.IsQueueing(clock.GetUtcNow());

    public sealed class Form
    {
        [Display(Name = "Nama Anda")]
        [Required(ErrorMessage = "Tulis nama Anda, supaya penjual tahu ini antrean siapa.")]
        [StringLength(Limits.BuyerName)]
        public string Name { get; init; } = "";

        [Display(Name = "Nomor WhatsApp")]
        [Required(ErrorMessage = "Tulis nomor WhatsApp Anda, contoh 0812-3456-7890.")]
        [StringLength(40)]
        public string WhatsApp { get; init; } = "";

        [Display(Name = "Mau berapa")]
        [Required(ErrorMessage = "Tulis berapa yang Anda mau.")]
        public int? Quantity { get; init; }

        /// <summary>Drawn when the page was opened, so that pressing twice queues once.</summary>
        public Guid Command { get; set; } = Guid.NewGuid();
    }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct))
        {
            return NotFound();
        }

        var number = Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (key, refusal) = await desk.JoinAsync(
            new(Input.Command, new Id<Harvest>(Harvest.HarvestId), Tidy(Input.Name), number, Input.Quantity!.Value), Me.By(Input.Command), ct);
        if (key is null)
        {
            var field = refusal!.Code == HarvestRefusals.NumberQueues.Code ? "Input.WhatsApp"
                : refusal.Code == HarvestRefusals.Amount(0, 0).Code ? "Input.Quantity" : "";
            ModelState.AddModelError(field, T.Of(refusal));
            return Page();
        }

        OrderKeys.Remember(HttpContext, key);
        Response.Headers.Location = Url.Content($"~/antrean/{key}");
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private WhatsAppNumber Check()
    {
        // whoever tampers with a hidden field is not asked to correct it
        ModelState.Remove("Input.Command");
        if (Input.Command == Guid.Empty)
        {
            Input.Command = Guid.NewGuid();
        }

        if (!WhatsAppNumber.TryParse(Input.WhatsApp, out var number) && !string.IsNullOrWhiteSpace(Input.WhatsApp))
        {
            ModelState.AddModelError("Input.WhatsApp", NumberAdvice.For(Input.WhatsApp, T));
        }

        if (Input.Quantity is { } wanted && (wanted < Harvest.Least || wanted > Harvest.Most))
        {
            ModelState.AddModelError("Input.Quantity", T.Of(HarvestRefusals.Amount(Harvest.Least, Harvest.Most)));
        }

        return number;
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (!Slug.IsValid(slug) || await book.RunningAsync(slug, ct) is not { } harvest)
        {
            return false;
        }

        Harvest = harvest;
        return true;
    }

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
