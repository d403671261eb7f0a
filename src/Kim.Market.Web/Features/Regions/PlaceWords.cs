using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Regions;

/// <summary>How places are spoken of: the word for each kind, which differs from regency to regency.</summary>
public sealed class PlaceWords(IReadOnlyDictionary<(string Prefix, RegionKind Kind), string> local)
{
    /// <summary>The local word if the region, its regency or its province has one, else the nation's.</summary>
    public string WordFor(RegionCode region)
    {
        for (RegionCode? within = region; within is { } place; within = place.Parent)
        {
            if (local.TryGetValue((place.Value, region.Kind), out var word))
            {
                return word;
            }
        }

        return region.Kind switch
        {
            RegionKind.Province => "Provinsi",
            RegionKind.Regency => "Kabupaten",
            RegionKind.City => "Kota",
            RegionKind.District => "Kecamatan",
            RegionKind.UrbanVillage => "Kelurahan",
            RegionKind.CustomaryVillage => "Desa Adat",
            _ => "Desa",
        };
    }

    /// <summary>Word and name as in an address: "Kel. Sari Jaya", "Kec. Sanga Sanga".</summary>
    public string Titled(RegionCode region, string name)
    {
        var word = WordFor(region);
        return region.Kind switch
        {
            RegionKind.Province or RegionKind.City => name,
            RegionKind.Regency => name.Replace("Kabupaten ", "Kab. ", StringComparison.Ordinal),

            // Some names bring their word along: Gampong Drien, Desa Adat Yoboi.
            _ when name.StartsWith(word + ' ', StringComparison.Ordinal) => name,
            _ => $"{Shortened(word)} {name}",
        };
    }

    private static string Shortened(string word) => word switch
    {
        "Kelurahan" => "Kel.",
        "Kecamatan" => "Kec.",
        _ => word,
    };
}
