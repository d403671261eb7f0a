using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Register;

/// <summary>What the communities are called in a form.</summary>
public static class CommunityWords
{
    public static string Of(Community community, Words words) => community.Key switch
    {
        "warga" => words["Warga satu desa atau kelurahan"],
        "pertanian" => words["Petani dan pekebun"],
        "perikanan" => words["Nelayan dan pembudidaya ikan"],
        "kuliner" => words["Pembuat makanan dan minuman"],
        "kerajinan" => words["Perajin"],
        "wisata" => words["Penggerak wisata"],
        "pemuda" => words["Karang taruna dan pemuda"],
        "perempuan" => words["Kelompok perempuan atau dasawisma"],
        _ => words["Campuran pelaku UMKM"],
    };
}
