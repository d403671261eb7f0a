using System.Text.Json;
using System.Text.Json.Serialization;
using Kim.Market.Domain;
using Kim.Market.Domain.Offices;
using Kim.Market.Domain.Potentials;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Demo;

/// <summary>A number that an invented KIM names of its village.</summary>
public sealed record DemoFigure(string Name, decimal Amount, string Unit, int Year, string Source, DateOnly? ValidUntil);

/// <summary>How one gets to it, and what one finds there.</summary>
public sealed record DemoVisit(AttractionKind Kind, string Route, long? Ticket, string Facilities, string Lodging, string Signal, string Hours, string? Spot = null);

/// <summary>What a partner is looked for.</summary>
public sealed record DemoOpportunity(string Need, long? From, long? To, string Land, Readiness Readiness);

/// <summary>Something that a real village has in an invented way.</summary>
/// <param name="Waits">Whether no officer has looked at it yet.</param>
public sealed record DemoPotential(
    string Kim, string Village, string Month, PotentialKind Kind, string Title, string Text, int[] Months, DemoFigure[] Figures, DemoVisit? Visit,
    DemoOpportunity? Opportunity, bool Waits);

/// <summary>Writes down the potentials of <c>seeds/demo/potentials.json</c> and has those of its region confirmed by the office.</summary>
public sealed class DemoPotentials(Marketplace marketplace)
{
    private static readonly TimeSpan OfficeNeeds = TimeSpan.FromDays(4);

    public async Task MakeAsync(DemoSupply supply, Id<Office> office, RegionCode region, DemoCalendar calendar, CancellationToken ct)
    {
        foreach (var potential in Read().Where(potential => supply.Groups.ContainsKey(potential.Kim) && region.Contains(RegionCode.Parse(potential.Village))))
        {
            var id = Id<Potential>.New();
            var at = WrittenAt(potential, calendar);
            Agreed(potential, await marketplace.BeginAsync(
                id, Potential.Propose(
                    id, supply.Groups[potential.Kim], RegionCode.Parse(potential.Village), Slug.From(potential.Title), Sheet(potential, calendar), at),
                new Metadata(At: at), ct));
            if (!potential.Waits)
            {
                var looked = calendar.InHistory(at + OfficeNeeds);
                Agreed(potential, await marketplace.TellAsync(
                    id, (Potential known) => known.Confirm(office, looked), new Metadata(At: looked), ct));
            }
        }
    }

    internal static DemoPotential[] Read() => JsonSerializer.Deserialize(
        File.ReadAllBytes(Path.Combine(DemoSeed.Folder, "demo", "potentials.json")), DemoPotentialJson.Default.DemoPotentialArray)!;

    internal static DateTimeOffset WrittenAt(DemoPotential potential, DemoCalendar calendar) => calendar.In(potential.Month, 9, 90);

    internal static PotentialSheet Sheet(DemoPotential potential, DemoCalendar calendar) => new(
        potential.Kind, potential.Title, potential.Text,
        [.. potential.Figures.Select(figure => Figure(figure, Math.Min(calendar.Year(figure.Year), WrittenAt(potential, calendar).Year)))],
        potential.Months,
        potential.Visit is { } visit
            ? new(visit.Kind, visit.Route, visit.Ticket is { } price ? new Rupiah(price) : null, visit.Facilities, visit.Lodging, visit.Signal, visit.Hours,
                Coordinate.TryParse(visit.Spot, out var spot) ? spot : null)
            : null,
        potential.Opportunity is { } opening
            ? new(
                opening.Need, opening.From is { } from ? new Rupiah(from) : null, opening.To is { } to ? new Rupiah(to) : null, opening.Land, opening.Readiness)
            : null);

    // Nobody writes down the figures of a year that has not begun.
    private static Figure Figure(DemoFigure figure, int year) => new(
        figure.Name, figure.Amount, figure.Unit, year, figure.Source, figure.ValidUntil?.AddYears(year - figure.Year));

    private static void Agreed(DemoPotential potential, Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"'{potential.Title}' was refused: {refusal.Code}.");
        }
    }
}

/// <summary>How the file is written: camel case, kinds by their names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(DemoPotential[]))]
internal sealed partial class DemoPotentialJson : JsonSerializerContext;
