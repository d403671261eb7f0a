using Kim.Market.Domain.Programmes;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Programmes;

/// <summary>What a programme did, in words.</summary>
public static class ProgrammeWords
{
    /// <summary>A share in whole per cent, with its sign.</summary>
    public static string Percent(double share) => double.IsPositiveInfinity(share) ? "∞" : $"{(share < 0 ? "−" : "+")}{NumberFormat.Whole((long)Math.Round(Math.Abs(share) * 100))} %";

    /// <param name="effect">Null where too few are there to say anything.</param>
    public static string Figure(Effect? effect, Words words) => effect is { } known
        ? $"{Percent(known.Share)} ({(known.Proven ? words["terbukti"] : words["tidak terbukti"])})"
        : words["terlalu sedikit untuk dikatakan"];
}
