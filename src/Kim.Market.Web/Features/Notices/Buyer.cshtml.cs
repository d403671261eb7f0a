using Kim.Market.Web.Features.Orders;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Kim.Market.Web.Features.Notices;

/// <summary>/pesanan/{token}/kabar: how the buyer hears of the steps of these orders. Only the buyer's own key opens it.</summary>
[OpenTo(Audience.KeyHolder, What = "Memilih lewat apa ia dikabari tentang pesanannya"), PrivatePage, EnableRateLimiting(RateLimits.Write)]
public sealed class BuyerModel(BuyerOrders orders, Subscriptions subscriptions, PushSettings push, IMail mail)
    : WaysPage<BuyerModel.Form>(subscriptions, push, mail)
{
    [FromRoute]
    public string Token { get; init; } = "";

    public string Number { get; private set; } = "";

    public override string Here => $"~/pesanan/{Token}/kabar";

    public override string Promise => T["Hanya untuk kabar pesanan ini. Disegel, dan ikut terhapus bila Anda minta data Anda dihapus."];

    protected override Guid Owner => _buyer;

    private Guid _buyer;

    public sealed class Form : WaysForm;

    protected override async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        if (await orders.OpenAsync(Token, ct) is not [{ OpensAll: true } first, ..])
        {
            return NotFound();
        }

        (_buyer, Number) = (first.BuyerId, first.Number);
        return await WaysAsync(ct);
    }
}
