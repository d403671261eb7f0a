namespace Kim.Market.Domain.Products;

/// <summary>From when on a product could be bought at a price; null where it could not be bought at all.</summary>
public sealed record ShownPrice(DateTimeOffset From, Rupiah? Price);

/// <summary>The rule of the struck-through price: buyers could pay it on most of the last days.</summary>
public static class ShownPrices
{
    /// <summary>How far back the rule looks.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>How much of that a price must have held.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromDays(14);

    /// <summary>How long a price held between two moments; the steps are in the order in which they happened.</summary>
    public static TimeSpan InForce(this IReadOnlyList<ShownPrice> steps, Rupiah price, DateTimeOffset from, DateTimeOffset to)
    {
        var held = TimeSpan.Zero;
        for (var i = 0; i < steps.Count; i++)
        {
            var begins = steps[i].From > from ? steps[i].From : from;
            var ends = i + 1 < steps.Count && steps[i + 1].From < to ? steps[i + 1].From : to;
            held += steps[i].Price == price && ends > begins ? ends - begins : TimeSpan.Zero;
        }

        return held;
    }

    /// <summary>The prices that may be struck through now, the highest first.</summary>
    public static IReadOnlyList<Rupiah> Honest(this IReadOnlyList<ShownPrice> steps, DateTimeOffset now) =>
    [
        .. steps.Select(step => step.Price).OfType<Rupiah>().Distinct()
            .Where(price => steps.InForce(price, now - Window, now) >= Least).OrderDescending(),
    ];
}
