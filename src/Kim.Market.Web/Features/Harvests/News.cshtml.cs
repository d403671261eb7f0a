using Kim.Market.Domain;
using Kim.Market.Domain.Harvests;
using Kim.Market.Web.Features.Notices;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Harvests;

/// <summary>/antrean/{token}/kabar: how somebody in a line hears that it is their turn. What becomes an order keeps these ways.</summary>
[OpenTo(Audience.KeyHolder, What = "Memilih lewat apa ia dikabari bila gilirannya di antrean panen tiba"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class NewsModel(HarvestBook book, Subscriptions subscriptions, PushSettings push, IMail mail)
    : WaysPage<NewsModel.Form>(subscriptions, push, mail)
{
    [FromRoute]
    public string Token { get; init; } = "";

    public NamedHarvest Harvest { get; private set; } = null!;

    public override string Here => $"~/antrean/{Token}/kabar";

    public override string Promise => T["Hanya untuk kabar antrean ini dan pesanannya. Disegel, dan terhapus bila Anda keluar atau minta data Anda dihapus."];

    protected override Guid Owner => _buyer;

    private Guid _buyer;

    public sealed class Form : WaysForm;

    // Only who waits has something to hear of; an order has a page of its own for its ways.
    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await book.OpenAsync(Token, ct) is not var (own, of, state) || state.PlaceOf(new Id<QueuePlace>(own.PlaceId)) is not { } place)
        {
            return NotFound();
        }

        (_buyer, Harvest) = (own.BuyerId, of);
        return place.State switch
        {
            PlaceState.Waiting => await WaysAsync(ct),
            PlaceState.Confirmed => LocalRedirect(Url.Content($"~/pesanan/{Token}/kabar")),
            _ => LocalRedirect(Url.Content($"~/antrean/{Token}")),
        };
    }
}
