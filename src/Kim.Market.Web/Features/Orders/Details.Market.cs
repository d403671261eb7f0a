using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Kim.Market.Web.Format;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Orders;

/// <summary>With what a buyer fetches their orders at the market, and where whoever stands at the table finds them by it.</summary>
public sealed record MarketPin(string Code, string Link);

/// <summary>What a buyer says about the price that their orders for a market day share, and when they take one back.</summary>
public sealed partial class DetailsModel
{
    /// <summary>Null where nothing is to be fetched at a market, and on a page opened with a key that stands in a seller's chat.</summary>
    public MarketPin? Pin { get; private set; }

    private async Task<MarketPin?> PinAsync(IReadOnlyList<BuyerOrder> known, CancellationToken ct)
    {
        // First the question, then what is fetched.
        if (known.Any(order => order.IsShareAsked) || known.FirstOrDefault(order => order is { OpensAll: true, Market.CalledOff: null, State: OrderStatus.Accepted or OrderStatus.Ready }) is not { Market: { } market } order)
        {
            return null;
        }

        var code = await pins.ForAsync(order.CheckoutId, market.Day, market.Date, ct);
        return new(code, $"{Site}/kelola/hari-pasar/{market.Day}/{PastDay.Of(market.Date)}?pesanan={order.Number}&pin={code}");
    }

    /// <summary>Orders whose share of a shared price rose, and whose buyer has not answered.</summary>
    public IReadOnlyList<OrderPart> ShareAsked => [.. Parts.Where(part => part.Order is { IsShareAsked: true, OpensAll: true })];

    /// <summary>Yes to what each order now bears of the shared price: the very shares that stood on the page, or the page is shown again.</summary>
    public async Task<IActionResult> OnPostShareAsync(CancellationToken ct)
    {
        ModelState.Remove("Input.Order");
        ModelState.Remove("Input.Version");
        var own = (await orders.OpenAsync(Token, ct)).Where(order => order.OpensAll).ToDictionary(order => order.OrderId);
        foreach (var named in Input.Shares.Take(Limits.CartLines))
        {
            if (named.Split(':') is not [var id, var rupiah] || !Guid.TryParse(id, out var order) || !own.ContainsKey(order)
                || !long.TryParse(rupiah, NumberStyles.None, CultureInfo.InvariantCulture, out var share))
            {
                return NotFound();
            }

            if (!await AgreedAsync(desk.TellAsync(new Id<Order>(order), null, (known, now) => known.AgreeToShare(new(share), now), Me.By(Input.Command), ct)))
            {
                await FindAsync(ct);
                return Page();
            }
        }

        return own.Count == 0 ? NotFound() : Done("Setuju. Pesanan Anda tetap jalan ke hari pasar.", $"~/pesanan/{Token}");
    }

    /// <summary>Taken back: before the answer, or when the market is not as it was.</summary>
    public async Task<IActionResult> OnPostCancelAsync(CancellationToken ct)
    {
        if (!await OwnsAsync(ct))
        {
            return NotFound();
        }

        var isCalledOff = (await orders.OpenAsync(Token, ct)).Any(order => order.OrderId == Input.Order && order.CalledOff is not null);
        return await ToldAsync((order, now) => order.Cancel(now, isCalledOff), ct)
            ? Done("Pesanan dibatalkan. Barang kembali ke lapak.", $"~/pesanan/{Token}")
            : Page();
    }
}
