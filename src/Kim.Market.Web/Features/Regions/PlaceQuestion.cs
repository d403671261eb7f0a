using Kim.Market.Domain;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Regions;

/// <summary>What came of asking which place somebody means.</summary>
/// <param name="Place">Null until it is clear.</param>
/// <param name="Meant">Those to choose from, where several bear the name.</param>
/// <param name="Advice">What to say at the field while it is not clear; null where nothing was typed.</param>
public sealed record PlaceAnswer(RegionCode? Place, IReadOnlyList<MeantPlace> Meant, string? Advice)
{
    /// <summary>What the place is called, up to its province; null until it is clear.</summary>
    public string? Name { get; init; }
}

/// <summary>How large a place may be where one is asked for.</summary>
public enum Reach { Village, District, Regency }

/// <summary>Asks which place somebody means by what they typed, until it is clear.</summary>
public sealed class PlaceQuestion(PlaceFinder places)
{
    private const int VillageLength = 13;

    /// <param name="chosen">The code of the place that was chosen among those of one name.</param>
    /// <param name="isVillage">Whether a kecamatan will not do.</param>
    public Task<PlaceAnswer> AskAsync(string? typed, string? chosen, bool isVillage, Words words, CancellationToken ct) =>
        AskAsync(typed, chosen, isVillage ? Reach.Village : Reach.District, words, ct);

    /// <param name="chosen">The code of the place that was chosen among those of one name.</param>
    /// <param name="reach">How large it may be.</param>
    public async Task<PlaceAnswer> AskAsync(string? typed, string? chosen, Reach reach, Words words, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new(null, [], null);
        }

        var found = await places.FindAsync(typed, ct, isWide: reach == Reach.Regency);
        var meant = reach == Reach.Village ? [.. found.Where(place => place.Code.Length == VillageLength)] : found;
        if (meant.FirstOrDefault(place => place.Code == chosen) is { } known)
        {
            return Clear(known);
        }

        return meant switch
        {
            [] when reach == Reach.Regency => new(null, [], words["Tidak ada desa, kecamatan, atau kabupaten bernama “{0}”. Periksa ejaannya.", typed]),
            [] => new(null, [], words["Tidak ada desa atau kelurahan bernama “{0}”. Periksa ejaannya.", typed]),
            [var only] => Clear(only),
            { Count: > PlaceFinder.Most } => new(null, [], words["Banyak tempat bernama ini. Tambahkan kecamatannya, contoh “Sari Jaya, Sanga Sanga”."]),
            _ => new(null, meant, words["Ada {0} tempat yang mirip. Pilih yang Anda maksud di bawah.", meant.Count]),
        };
    }

    private static PlaceAnswer Clear(MeantPlace place) => new(RegionCode.Parse(place.Code), [], null) { Name = place.FullPlace };
}
