using System.Globalization;

namespace Kim.Market.Web.Format;

/// <summary>Numbers as Indonesia writes them, in every language of the site: <c>1.142</c> and <c>7,6%</c>.</summary>
public static class NumberFormat
{
    internal static readonly NumberFormatInfo Indonesian = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberGroupSeparator = ".",
        NumberDecimalSeparator = ",",
        NumberGroupSizes = [3],
        NumberNegativePattern = 1,
    });

    public static string Whole(long number) => number.ToString("N0", Indonesian);

    /// <summary>Without zeros at the end: <c>1,5</c> and <c>12</c>.</summary>
    public static string Exact(decimal number) => number.ToString("#,0.##", Indonesian);

    /// <summary>An index between 0 and 1: <c>0,7712</c>.</summary>
    public static string Score(decimal number) => number.ToString("0.0000", Indonesian);

    /// <summary>A share of one as a percentage with at most one decimal: 0.076 is <c>7,6%</c>.</summary>
    public static string Percent(decimal share) => (share * 100).ToString("#,0.#", Indonesian) + "%";
}
