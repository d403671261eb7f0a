using System.Globalization;

namespace Kim.Market.Web.Language;

/// <summary>The two languages of the site. Words change with the language; numbers, money and dates do not.</summary>
public static class Languages
{
    /// <summary>Where English lives: <c>/en/cari</c> is <c>/cari</c> in English.</summary>
    public const string EnglishPrefix = "/en";

    public static readonly CultureInfo Indonesian = CultureInfo.GetCultureInfo("id-ID");

    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-ID");

    /// <summary>Whether the words of this request are English; everything else is Indonesian.</summary>
    public static bool IsEnglish => ReferenceEquals(CultureInfo.CurrentUICulture, English);

    /// <summary>The value of <c>lang</c>.</summary>
    public static string Code => IsEnglish ? "en" : "id";

    /// <summary>Speaks <paramref name="language"/> until the end of the request or the block.</summary>
    public static void Speak(CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        CultureInfo.CurrentCulture = Indonesian;
    }
}
