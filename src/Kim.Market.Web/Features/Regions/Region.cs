using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Regions;

/// <summary>A place in Indonesia that has a code, from province down to village.</summary>
/// <param name="Word">What such a place is called there: Desa, Kampung, Nagari, Kelurahan …</param>
/// <param name="PlaceText">Enough to tell it from its namesakes nearby: "Desa Batuah, Kec. Loa Janan".</param>
/// <param name="FullPlaceText">The same, up to the province.</param>
/// <param name="TimeZone">Its name in the time zone database.</param>
public sealed record Region(
    RegionCode Code, string Name, string Word, string PlaceText, string FullPlaceText, string TimeZone)
{
    public RegionKind Kind => Code.Kind;

    /// <summary>WIB, WITA or WIT.</summary>
    public string TimeWord => IndonesianTime.WordOf(TimeZone);
}

/// <summary>A decree gave a region another code; the place stayed where it was.</summary>
public sealed record Succession(RegionCode Old, RegionCode New, string Name, string Decree, DateOnly Date);
