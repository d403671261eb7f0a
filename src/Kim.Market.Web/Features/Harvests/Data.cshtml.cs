using System.Text.Json.Nodes;
using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Erasures;
using Kim.Market.Web.Features.Notices;
using Kim.Market.Web.Features.Orders;
using Kim.Market.Web.Features.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/antrean/{token}/data: what is known of somebody in a line, to take along or to have forgotten.</summary>
[OpenTo(Audience.KeyHolder, What = "Mengunduh data pribadinya di antrean panen dan menghapusnya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class DataModel(HarvestBook book, QueueDesk desk, Vault vault, Wishes wishes, BuyerErasures erasures, OwnWays ways) : MarketPage
{
    [FromRoute]
    public string Token { get; init; } = "";

    [BindProperty]
    public Form Input { get; init; } = new();

    public sealed class Form
    {
        public bool Sure { get; init; }
    }

    public NamedHarvest Harvest { get; private set; } = null!;

    public QueuePlace Own { get; private set; } = null!;

    public Contact Contact { get; private set; } = null!;

    /// <summary>What they asked for already.</summary>
    public Wish? Wish { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ElsewhereAsync(ct) ?? Page();

    /// <summary>Everything in one file that another program can read.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken ct)
    {
        if (await ElsewhereAsync(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        var file = new JsonObject
        {
            ["nama"] = Contact.Name,
            ["whatsapp"] = Contact.WhatsApp?.International,
            ["kabar"] = await ways.OfAsync(Own.Buyer.Value, ct),
            ["panen"] = Harvest.Name,
            ["penjual"] = Harvest.Business,
            ["minta"] = Own.Wanted,
            ["ditawari"] = Own.Offered,
            ["satuan"] = Harvest.Unit,
            ["keadaan"] = Own.State.ToString(),
        };
        return File(OwnFile.Of(file), OwnFile.Type, $"antrean-{Harvest.Slug}.json");
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (await ElsewhereAsync(ct) is { } elsewhere)
        {
            return elsewhere;
        }

        if (!Input.Sure)
        {
            ModelState.AddModelError("Input.Sure", T["Centang dulu bahwa Anda mengerti."]);
            return Page();
        }

        if (await AgreedAsync(desk.LeaveAsync(new Id<Harvest>(Harvest.HarvestId), Own.Id, Me.By(), ct, elsewhere: true)))
        {
            await erasures.AskAsync(Own.Buyer, Me, ct);
            return Done("Data pribadi Anda sudah dihapus.", $"~/antrean/{Token}/data");
        }

        return Page();
    }

    // The order's own page knows more of who has one.
    private async Task<IActionResult?> ElsewhereAsync(CancellationToken ct) =>
        !await FindAsync(ct) ? NotFound()
        : Own.State == PlaceState.Confirmed ? LocalRedirect(Url.Content($"~/pesanan/{Token}/data"))
        : null;

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not var (own, of, state) || state.PlaceOf(new Id<QueuePlace>(own.PlaceId)) is not { } place)
        {
            return false;
        }

        (Harvest, Own) = (of, place);
        Contact = Contact.Of((await vault.OpenAsync([own.BuyerId], ct))[own.BuyerId]);
        Wish = await wishes.OfAsync(own.BuyerId, ct);
        return true;
    }
}
