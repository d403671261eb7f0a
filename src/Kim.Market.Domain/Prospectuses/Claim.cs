namespace Kim.Market.Domain.Prospectuses;

/// <summary>What a claim speaks of. The numbers are stored.</summary>
public enum ClaimKind
{
    /// <summary>Where the village lies.</summary>
    Place,

    /// <summary>A KIM that is at home there.</summary>
    Group,

    /// <summary>How many KIM, open stalls and goods there are, as this site counts them.</summary>
    Groups,
    Businesses,
    Products,

    /// <summary>Orders that came to their end, and what the goods in them cost.</summary>
    Orders,
    Turnover,

    /// <summary>What there is; the others of its subject say more of it.</summary>
    Potential,
    Category,
    About,
    Months,

    /// <summary>A number of it.</summary>
    Figure,

    /// <summary>What a visitor has to know.</summary>
    Attraction,
    Route,
    Ticket,
    Hours,
    Lodging,
    Signal,
    Facilities,

    /// <summary>What a partner is looked for.</summary>
    Need,
    Worth,
    Land,
    Readiness,

    /// <summary>Something that is sold there, at its price.</summary>
    Product,

    /// <summary>Who sells.</summary>
    Business,

    /// <summary>In which months something is there as its seller says, and in which it was sold.</summary>
    Season,
    Sold,

    /// <summary>Where something is.</summary>
    Spot,

    /// <summary>What others have settled of the village, each with its year.</summary>
    TourismClass,
    VillageIndex,
}

/// <summary>One thing that a prospectus says: a number or a fact, and what makes it worth believing.</summary>
/// <param name="Subject">Which potential, product or KIM it speaks of: its id; empty for the village itself.</param>
/// <param name="Label">What it is called, where the kind does not say it: the name of a figure.</param>
/// <param name="Value">What it says. Numbers as computers write them, enums and months as their numbers.</param>
/// <param name="Source">Who says so; empty where this site counts.</param>
/// <param name="AsOf">The year it holds of; empty where it holds of the day of issue.</param>
/// <param name="Until">The last day on which it may be believed.</param>
/// <param name="Link">The page that says more.</param>
/// <param name="CheckedOn">When an officer last looked at it: no part of what is said.</param>
public sealed record Claim(
    ClaimKind Kind, string Subject, string Label, string Value, string Unit = "", string Source = "", string AsOf = "", DateOnly? Until = null,
    string Link = "", DateOnly? CheckedOn = null)
{
    /// <summary>Whether both say the same of the same.</summary>
    public bool Says(Claim other) => this with { CheckedOn = other.CheckedOn } == other;

    /// <summary>What it speaks of: claims of one key, one after the other, are the same one at different times.</summary>
    internal (ClaimKind, string, string) Key => (Kind, Subject, Label);
}
