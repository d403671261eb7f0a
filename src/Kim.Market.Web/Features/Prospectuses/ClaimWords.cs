using System.Globalization;
using Kim.Market.Domain;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Potentials;
using Kim.Market.Domain.Prospectuses;
using Kim.Market.Domain.Villages;
using Kim.Market.Web.Features.Potentials;
using Kim.Market.Web.Features.Villages;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Prospectuses;

/// <summary>What claims are called, and how their values are read.</summary>
internal static class ClaimWords
{
    /// <param name="subjects">The titles of potentials by their ids, to tell their parts apart.</param>
    public static string NameOf(this Words words, Claim claim, IReadOnlyDictionary<string, string> subjects)
    {
        var name = claim.Kind is ClaimKind.Figure ? claim.Label : claim.Label.Length > 0 ? $"{words.Of(claim.Kind)} {claim.Label}" : words.Of(claim.Kind);
        return claim.Kind is not ClaimKind.Potential && subjects.TryGetValue(claim.Subject, out var title) ? $"{name} ({title})" : name;
    }

    public static string ValueOf(this Words words, Claim claim) => claim.Kind switch
    {
        ClaimKind.Figure => $"{QuantityFormat.Of(Number(claim), claim.Unit)}, {claim.AsOf}, {claim.Source}{(claim.Until is { } until ? ", " + words["berlaku sampai {0}", DateFormat.Full(until)] : "")}",
        ClaimKind.Group => words.Of((GroupStatus)Whole(claim)),
        ClaimKind.Groups or ClaimKind.Businesses or ClaimKind.Products or ClaimKind.Orders => NumberFormat.Whole(Whole(claim)),
        ClaimKind.Turnover => RupiahFormat.Full(Whole(claim)),
        ClaimKind.Product => $"{RupiahFormat.Full(Whole(claim))} / {claim.Unit}, {claim.Source}",
        ClaimKind.Ticket => words.Ticket(new Rupiah(Whole(claim))),
        ClaimKind.Category => words.Of((PotentialKind)Whole(claim)),
        ClaimKind.Attraction => words.Of((AttractionKind)Whole(claim)),
        ClaimKind.Readiness => words.Of((Readiness)Whole(claim)),
        ClaimKind.Worth => words.Worth(claim),
        ClaimKind.Months or ClaimKind.Season or ClaimKind.Sold => PotentialWords.Months(MonthsOf(claim)),
        ClaimKind.TourismClass => $"{words.Of((TourismClass)Whole(claim))}, {claim.AsOf}, {claim.Source}",
        ClaimKind.VillageIndex => $"{words.Value((VillageStatus)Whole(claim), Score(claim))}, {claim.AsOf}, {claim.Source}",
        ClaimKind.Business => words["berjualan di sini"],
        _ => claim.Value,
    };

    public static IReadOnlyList<int> MonthsOf(Claim? claim) =>
        claim is null ? [] : [.. claim.Value.Split(',').Select(month => int.Parse(month, CultureInfo.InvariantCulture))];

    public static long Whole(Claim claim) => long.Parse(claim.Value, CultureInfo.InvariantCulture);

    public static Figure FigureOf(Claim claim) => new(
        claim.Label, Number(claim), claim.Unit, int.Parse(claim.AsOf, CultureInfo.InvariantCulture), claim.Source, claim.Until);

    private static decimal? Score(Claim claim) => claim.Unit.Length > 0 ? decimal.Parse(claim.Unit, CultureInfo.InvariantCulture) : null;

    private static decimal Number(Claim claim) => decimal.Parse(claim.Value, CultureInfo.InvariantCulture);

    private static string Worth(this Words words, Claim claim)
    {
        var (from, to) = claim.Value.Split('-') is [var first, var second] ? (Amount(first), Amount(second)) : (null, null);
        return words.Value(new Opportunity("", from, to, "", default)) ?? "";
    }

    private static Rupiah? Amount(string text) => text.Length > 0 ? new Rupiah(long.Parse(text, CultureInfo.InvariantCulture)) : null;
}
