using System.Globalization;

namespace Kim.Market.Web.Format;

/// <summary>A time of the day as it is typed.</summary>
public static class TimeInput
{
    // Browsers send 08:00; people write 8.00.
    private static readonly string[] Forms = ["HH:mm", "H:mm"];

    public static bool TryParse(string? typed, out TimeOnly time) =>
        TimeOnly.TryParseExact((typed ?? "").Trim().Replace('.', ':'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>As a form shows it.</summary>
    public static string Of(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
