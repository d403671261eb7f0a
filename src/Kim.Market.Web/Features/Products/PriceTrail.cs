using System.Globalization;
using System.Text;

namespace Kim.Market.Web.Features.Products;

/// <summary>One price on the trail: from when, until when, and where its step stands in the drawing (in percent).</summary>
/// <param name="Until">Null for the price of today.</param>
public sealed record TrailStep(DateTimeOffset From, DateTimeOffset? Until, long Price, double X, double Y);

/// <summary>The prices of a product over the last ninety days, ready to be drawn as steps.</summary>
public sealed record PriceTrail(DateTimeOffset Start, IReadOnlyList<TrailStep> Steps)
{
    /// <summary>How far back the trail goes.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(90);

    private const double Top = 26;
    private const double Bottom = 78;

    public TrailStep Today => Steps[^1];

    public TrailStep First => Steps[0];

    public TrailStep Highest => Steps.MaxBy(step => step.Price)!;

    /// <summary>The line along the tops of the steps, in the drawing's 100 by 100.</summary>
    public string Line
    {
        get
        {
            var path = new StringBuilder();
            foreach (var step in Steps)
            {
                path.Append(path.Length == 0 ? $"M0 {Number(step.Y)}" : $"H{Number(step.X)}V{Number(step.Y)}");
            }

            return path.Append("H100").ToString();
        }
    }

    /// <summary>The same line closed along the bottom.</summary>
    public string Area => Line + "V100H0Z";

    /// <summary>Null for a product that never had a price.</summary>
    public static PriceTrail? Of(IReadOnlyList<PriceStep> prices, DateTimeOffset now)
    {
        if (prices.Count == 0)
        {
            return null;
        }

        // The price in force when the window opens belongs to it, however old it is.
        var shown = prices.Skip(Math.Max(0, prices.Count(price => price.From <= now - Window) - 1)).ToList();
        var start = shown[0].From > now - Window ? shown[0].From : now - Window;
        var span = Math.Max((now - start).TotalSeconds, 1);
        var (lowest, highest) = (shown.Min(price => price.Price), shown.Max(price => price.Price));
        return new(start, [.. shown.Select((price, i) => new TrailStep(
            price.From,
            i + 1 < shown.Count ? shown[i + 1].From : null,
            price.Price,
            Math.Clamp((price.From - start).TotalSeconds / span * 100, 0, 100),
            highest == lowest ? (Top + Bottom) / 2 : Top + ((highest - price.Price) * (Bottom - Top) / (highest - lowest))))]);
    }

    public static string Number(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture);
}
