using Kim.Market.Domain;
using Kim.Market.Web.Features.Shared;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Which drawn landscape stands for a place until it has a photo: a file in <c>img/places</c>.</summary>
public static class Landscapes
{
    private static readonly string[] All = ["river.webp", "lake.webp", "garden.webp", "coast.webp", "upriver.webp"];

    /// <summary>Known along the river; elsewhere any, but always the same for the same kecamatan.</summary>
    public static string Of(RegionCode place) =>
        River.Stops.FirstOrDefault(stop => stop.District == place.District)?.Landscape
        ?? All[StableHash.Of(place.District.Value, All.Length)];
}
