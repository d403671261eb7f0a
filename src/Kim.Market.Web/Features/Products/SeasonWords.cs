using Kim.Market.Domain.Products;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Products;

/// <summary>A day of every year in words: <c>3 Mei</c>.</summary>
public static class SeasonWords
{
    public static string Of(YearDay day) => $"{day.Day} {Calendar.Month(day.Month)}";
}
