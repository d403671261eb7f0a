using Kim.Market.Domain.Villages;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Villages;

/// <summary>Something settled of a village, with what makes it worth believing.</summary>
public sealed record StandingLine(string Name, string Value, int Year, string Source);

/// <summary>What is on record of a village, in words.</summary>
public static class VillageWords
{
    /// <summary>Each year of it, the newest first.</summary>
    public static IEnumerable<StandingLine> Indices(this Words words, ShownRecord record) =>
        record.Years.Select(index => new StandingLine(words.NameOf(index.IsOfOldKind), words.Value(index.Status, index.Score), index.Year, index.Source));

    /// <summary>Each year of it, the newest first.</summary>
    public static IEnumerable<StandingLine> Classes(this Words words, ShownRecord record) =>
        record.Standings.Select(standing => new StandingLine(words["Desa wisata"], words.Of(standing.Class), standing.Year, standing.Source));

    /// <summary><c>maju (0,7712)</c>.</summary>
    public static string Value(this Words words, VillageStatus status, decimal? score) =>
        score is { } known ? $"{words.Of(status)} ({NumberFormat.Score(known)})" : words.Of(status);

    private static string NameOf(this Words words, bool isOfOldKind) => isOfOldKind ? words["Indeks Desa Membangun"] : words["Indeks Desa"];
}
