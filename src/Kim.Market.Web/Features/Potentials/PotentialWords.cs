using Kim.Market.Domain;
using Kim.Market.Domain.Potentials;
using Kim.Market.Web.Format;
using Kim.Market.Web.Language;

namespace Kim.Market.Web.Features.Potentials;

/// <summary>What the parts of a potential are called.</summary>
public static class PotentialWords
{
    public static string ToneOf(PotentialStatus status) => status switch
    {
        PotentialStatus.Confirmed => "good",
        PotentialStatus.Withdrawn => "idle",
        _ => "warn",
    };

    /// <summary>What getting in costs.</summary>
    public static string Ticket(this Words words, Rupiah price) => price == Rupiah.Zero ? words["gratis"] : RupiahFormat.Full(price);

    /// <summary>What a project is thought to take: <c>Rp180 juta–Rp240 juta</c>; null where nobody has reckoned.</summary>
    public static string? Value(this Words words, Opportunity opportunity) => opportunity switch
    {
        { From: { } from, To: { } to } when from != to => $"{RupiahFormat.Prose(from.Amount)}–{RupiahFormat.Prose(to.Amount)}",
        { From: { } only } => RupiahFormat.Prose(only.Amount),
        { To: { } most } => words["paling banyak {0}", RupiahFormat.Prose(most.Amount)],
        _ => null,
    };

    /// <summary>How long ago the year of a figure is: beside one that is too old to hold today.</summary>
    public static string Age(this Words words, Figure figure, DateOnly today) =>
        figure.ValidUntil is { } last && last < today ? words["berlaku sampai {0}", DateFormat.Full(last)] : words["{0} tahun lalu", today.Year - figure.Year];

    /// <summary>Months in their order, as they are spoken: <c>Juli, Agustus, September</c>.</summary>
    public static string Months(IEnumerable<int> months) => string.Join(", ", months.Select(Calendar.Month));
}
