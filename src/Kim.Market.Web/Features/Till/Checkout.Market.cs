using System.Globalization;
using Kim.Market.Domain.Orders;

namespace Kim.Market.Web.Features.Till;

/// <summary>What is fetched at a market day of the sellers' KIM.</summary>
public sealed partial class CheckoutModel
{
    /// <summary>What it costs to fetch it at each market day that can still be ordered for.</summary>
    public IReadOnlyList<Quote> Markets { get; private set; } = [];

    /// <summary>The market day that was chosen, while it can be ordered for.</summary>
    public Quote? ChosenMarket => Markets.FirstOrDefault(quote => Way.StartsWith(quote.Market!.Key, StringComparison.Ordinal));

    private bool IsMarket => Way.StartsWith("pasar-", StringComparison.Ordinal);

    // The name of a market day carries the total that stood beside it.
    private long SeenMarket => long.TryParse(Way.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : -1;

    /// <summary>How a form names a market day, with what it was to cost.</summary>
    public string Named(Quote quote) => string.Create(CultureInfo.InvariantCulture, $"{quote.Market!.Key}-{quote.Total.Amount}");

    private void CheckMarket()
    {
        if (ChosenMarket is null)
        {
            ModelState.AddModelError("Input.Handover", T.Of(OrderRefusals.MarketCutOff));
        }
    }
}
