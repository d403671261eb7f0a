using Kim.Market.Domain;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Regions;

/// <summary>What came of asking which place somebody means.</summary>
/// <param name="Place">Null until it is clear.</param>
/// <param name="Meant">Those to choose from, where several bear the name.</param>
/// <param name="Advice">What to say at the field while it is not clear; null where nothing was typed.</param>
public sealed record PlaceAnswer(RegionCode? Place, IReadOnlyList<MeantPlace> Meant, string? Advice);

/// <summary>Asks which place somebody means by what they typed, until it is clear.</summary>
public sealed class PlaceQuestion(PlaceFinder places)
{
    private const int VillageLength = 13;

    /// <param name="chosen">The code of the place that was chosen among those of one name.</param>
    /// <param name="isVillage">Whether a kecamatan will not do.</param>
    public async Task<PlaceAnswer> AskAsync(string? typed, string? chosen, bool isVillage, Words words, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return new(null, [], null);
        }

        var found = await places.FindAsync(typed, ct);
        var meant = isVillage ? [.. found.Where(place => place.Code.Length == VillageLength)] : found;
        if (meant.FirstOrDefault(place => place.Code == chosen) is { } known)
        {
            return new(RegionCode.Parse(known.Code), [], null);
        }

        return meant switch
        {
            [] => new(null, [], words["Tidak ada desa atau kelurahan bernama “{0}”. Periksa ejaannya.", typed]),
            [var only] => new(RegionCode.Parse(only.Code), [], null),
            { Count: > PlaceFinder.Most } => new(null, [], words["Banyak tempat bernama ini. Tambahkan kecamatannya, contoh “Sari Jaya, Sanga Sanga”."]),
            _ => new(null, meant, words["Ada {0} tempat yang mirip. Pilih yang Anda maksud di bawah.", meant.Count]),
        };
    }
}
