using Kim.Market.Domain;

namespace Kim.Market.Web.Features.Villages;

/// <summary>A kecamatan on the way down the river, and the drawn landscape that stands for it until it has a photo.</summary>
public sealed record RiverStop(RegionCode District, string Landscape);

/// <summary>
/// The kecamatan of Kutai Kartanegara in the order of the water: down the Belayan, down the Mahakam, then along the coast.
/// </summary>
public static class River
{
    public static IReadOnlyList<RiverStop> Stops { get; } =
    [
        Stop("64.02.12", "upriver"), // Tabang
        Stop("64.02.10", "upriver"), // Kembang Janggut
        Stop("64.02.09", "lake"),    // Kenohan
        Stop("64.02.01", "lake"),    // Muara Muntai
        Stop("64.02.18", "lake"),    // Muara Wis
        Stop("64.02.08", "river"),   // Kota Bangun
        Stop("64.02.19", "upriver"), // Kota Bangun Darat
        Stop("64.02.11", "river"),   // Muara Kaman
        Stop("64.02.07", "garden"),  // Sebulu
        Stop("64.02.16", "garden"),  // Tenggarong Seberang
        Stop("64.02.06", "river"),   // Tenggarong
        Stop("64.02.02", "garden"),  // Loa Kulu
        Stop("64.02.03", "garden"),  // Loa Janan
        Stop("64.02.15", "river"),   // Sanga Sanga
        Stop("64.02.04", "coast"),   // Anggana
        Stop("64.02.14", "coast"),   // Muara Jawa
        Stop("64.02.05", "coast"),   // Muara Badak
        Stop("64.02.17", "coast"),   // Marang Kayu
        Stop("64.02.13", "coast"),   // Samboja
        Stop("64.02.20", "garden"),  // Samboja Barat
    ];

    private static RiverStop Stop(string district, string landscape) => new(RegionCode.Parse(district), landscape + ".webp");
}
