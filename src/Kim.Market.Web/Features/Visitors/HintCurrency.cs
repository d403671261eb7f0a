using System.Globalization;

namespace Kim.Market.Web.Features.Visitors;

/// <summary>
/// A currency in which prices are hinted at for visitors, at a rate that the operator sets by hand. Everybody pays in rupiah; without a
/// rate nothing is hinted at, for a rate that nobody looks after is worse than none.
/// </summary>
public sealed class HintCurrency(IConfiguration settings)
{
    /// <summary>ISO 4217; null where none is set.</summary>
    public string? Code { get; } = Rate(settings) is null ? null : settings["HintCurrency:Code"];

    /// <summary>Rupiah for one.</summary>
    public decimal Rupiah { get; } = Rate(settings) ?? 0;

    /// <summary>About so much, to two figures that mean something; null where no rate is set.</summary>
    public string? Of(long rupiah)
    {
        if (Code is not { } code)
        {
            return null;
        }

        var amount = rupiah / Rupiah;
        return string.Create(CultureInfo.InvariantCulture, $"≈ {code} {(amount >= 100 ? Math.Round(amount) : Math.Round(amount, 2)):0.##}");
    }

    private static decimal? Rate(IConfiguration settings) =>
        settings["HintCurrency:Code"] is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
        && decimal.TryParse(settings["HintCurrency:Rupiah"], NumberStyles.Number, CultureInfo.InvariantCulture, out var rate) && rate > 0
            ? rate
            : null;
}
