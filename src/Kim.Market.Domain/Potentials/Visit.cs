namespace Kim.Market.Domain.Potentials;

/// <summary>What draws somebody to a place. The numbers are stored.</summary>
public enum AttractionKind { Nature, Culture, Culinary, History, ManMade }

/// <summary>What is usually known only after one has arrived.</summary>
/// <param name="Route">The way there, by road and by boat, with times and fares.</param>
/// <param name="Ticket">What getting in costs; zero is free, null is not said.</param>
/// <param name="Facilities">What there is: toilets, boats, a guide, something to eat.</param>
/// <param name="Lodging">Where one sleeps, and from what price.</param>
/// <param name="Signal">Where a phone works.</param>
/// <param name="Hours">When it is open, and when somebody answers.</param>
/// <param name="Spot">Where it is; null where nobody has said: then it has no pin on any map.</param>
public sealed record Visit(AttractionKind Kind, string Route, Rupiah? Ticket, string Facilities, string Lodging, string Signal, string Hours, Coordinate? Spot = null)
{
    internal Refusal? Problem() =>
        Route.Trim().Length == 0 ? PotentialRefusals.NoRoute
        : Words.Any(text => text.Length > Limits.Place) ? PotentialRefusals.VisitLength
        : Ticket is { } price && (price < Rupiah.Zero || Rupiah.Highest < price) ? PotentialRefusals.TicketPrice
        : Spot?.LiesInIndonesia() == false ? PotentialRefusals.Spot
        : null;

    internal Visit Tidy() => this with
    {
        Route = Route.Trim(),
        Facilities = Facilities.Trim(),
        Lodging = Lodging.Trim(),
        Signal = Signal.Trim(),
        Hours = Hours.Trim(),
        Spot = Spot?.Tidy(),
    };

    internal IEnumerable<string> Words => [Route, Facilities, Lodging, Signal, Hours];
}
