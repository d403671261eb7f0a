using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Orders;
using Microsoft.AspNetCore.Mvc;

namespace Kim.Market.Web.Features.Orders;

/// <summary>What a buyer says about the price that their orders for a market day share.</summary>
public sealed partial class DetailsModel
{
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
}
