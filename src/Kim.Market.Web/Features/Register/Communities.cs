using Kim.Market.Domain.Groups;

namespace Kim.Market.Web.Features.Register;

/// <summary>Who a KIM's people are: one answer that tells what it grew from and what it works on.</summary>
/// <param name="Theme">The word that goes into the event; null for those who share a place and not a trade.</param>
public sealed record Community(string Key, GroupBasis Basis, string? Theme)
{
    /// <summary>The themes KIM were seen to have, in the words they use (domain brief, sections 0 and 1.2).</summary>
    public static IReadOnlyList<Community> All { get; } =
    [
        new("warga", GroupBasis.Territorial, null),
        new("pertanian", GroupBasis.Community, "pertanian"),
        new("perikanan", GroupBasis.Community, "perikanan"),
        new("kuliner", GroupBasis.Community, "kuliner"),
        new("kerajinan", GroupBasis.Community, "kerajinan"),
        new("wisata", GroupBasis.Community, "wisata"),
        new("pemuda", GroupBasis.Community, "pemuda"),
        new("perempuan", GroupBasis.Community, "perempuan"),
        new("umkm", GroupBasis.Community, "UMKM"),
    ];

    public static Community? Of(string? key) => All.FirstOrDefault(community => community.Key == key);
}
