using Kim.Market.Web.Language;

namespace Kim.Market.Web.Format;

/// <summary>The names of months, days and spans of time in the language of the request.</summary>
internal static class Calendar
{
    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] ShortMonths =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

    private static readonly string[] EnglishShortMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static string Month(int month) => (Languages.IsEnglish ? EnglishMonths : Months)[month - 1];

    public static string ShortMonth(int month) => (Languages.IsEnglish ? EnglishShortMonths : ShortMonths)[month - 1];

    public static string Day(DayOfWeek day) => Languages.IsEnglish ? day.ToString() : Days[(int)day];

    public static string Count(long count, string unit, string english) => Languages.IsEnglish
        ? $"{count}{Spaces.NoBreak}{english}{(count == 1 ? "" : "s")}"
        : $"{count}{Spaces.NoBreak}{unit}";
}
