using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Web.Tests;

namespace Kim.Market.Browser.Tests;

/// <summary>A KIM whose stalls sell together, and those who stand behind them, in the order of their stalls.</summary>
/// <param name="Keeper">Keeps its market days.</param>
public sealed record Fair(Id<Group> Kim, IReadOnlyList<Goods> Goods, IReadOnlyList<(string Phone, string Password)> Sellers, (string Phone, string Password) Keeper)
{
    private static int _phones;

    /// <summary>A number that nobody else has.</summary>
    public static string Phone() => string.Create(CultureInfo.InvariantCulture, $"0812-0001-{Interlocked.Increment(ref _phones):0000}");
}
