using Kim.Market.Domain;

namespace Kim.Market.Web.Format;

/// <summary>How much of something, never torn apart at the end of a line.</summary>
public static class QuantityFormat
{
    /// <summary><c>250 g</c>, <c>1,5 kg</c>.</summary>
    public static string Of(decimal amount, string unit) => $"{NumberFormat.Exact(amount)}{Spaces.NoBreak}{unit}";

    /// <summary><c>2 × Rp25.000</c>.</summary>
    public static string Times(int count, Rupiah price) =>
        $"{NumberFormat.Whole(count)}{Spaces.NoBreak}×{Spaces.NoBreak}{RupiahFormat.Full(price)}";
}
