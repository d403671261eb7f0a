using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Regions;

/// <summary>Which of the three times of Indonesia a province keeps.</summary>
public static class IndonesianTime
{
    private const string Jakarta = "Asia/Jakarta";
    private const string Pontianak = "Asia/Pontianak";
    private const string Makassar = "Asia/Makassar";
    private const string Jayapura = "Asia/Jayapura";

    /// <summary>The zone's name in the time zone database.</summary>
    public static string ZoneOf(RegionCode region) => region.Province.Value switch
    {
        "61" or "62" => Pontianak,
        ['1' or '3', _] or "21" => Jakarta,
        ['5' or '7', _] or "63" or "64" or "65" => Makassar,
        ['8' or '9', _] => Jayapura,
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "No such province."),
    };

    /// <summary>What stands behind a clock time: WIB, WITA or WIT.</summary>
    public static string WordOf(string zone) => zone switch
    {
        Jakarta or Pontianak => "WIB",
        Makassar => "WITA",
        Jayapura => "WIT",
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "Not a zone of Indonesia."),
    };
}
