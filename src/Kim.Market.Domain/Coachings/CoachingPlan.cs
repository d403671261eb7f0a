namespace Kim.Market.Domain.Coachings;

/// <summary>In what form an office coaches. The numbers are stored.</summary>
public enum CoachingKind { Training, Workshop, Visit, Meeting }

/// <summary>What is to grow: the people, their businesses, their surroundings, the KIM itself. The numbers are stored.</summary>
public enum CoachingStrand { People, Business, Environment, Institution }

/// <summary>What is to take place, when and where. Nobody's name or number stands in it.</summary>
/// <param name="Topics">What it is about, in a few lines.</param>
/// <param name="Begins">At what time of each of its days, at the place.</param>
/// <param name="Village">A kecamatan where the place has no village of its own.</param>
/// <param name="Capacity">How many people fit; null where nobody counted.</param>
/// <param name="Host">Who speaks or receives, as everybody may read it; may be empty.</param>
/// <param name="IsOpen">Whether everybody may read of it beforehand.</param>
public sealed record CoachingPlan(
    string Title, CoachingKind Kind, CoachingStrand Strand, string[] Topics, DateOnly From, DateOnly Until, TimeOnly Begins, TimeOnly Ends, string Place,
    RegionCode Village, int? Capacity, string Host, bool IsOpen)
{
    public const int MostDays = 31;

    /// <summary>So far back an office can still write down what it did: longer ago is not planning, and the year's report is out.</summary>
    public const int DaysBack = 366;

    private const int DistrictLength = 8;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Problem() =>
        Title.Trim().Length is 0 or > Limits.Name ? CoachingRefusals.TitleLength
        : !Enum.IsDefined(Kind) || !Enum.IsDefined(Strand) ? CoachingRefusals.NoStrand
        : Topics.Length is 0 or > Limits.CoachingTopics || Topics.Any(topic => topic.Trim().Length is 0 or > Limits.Name) ? CoachingRefusals.TopicLines
        : Until < From || Until > From.AddDays(MostDays - 1) ? CoachingRefusals.Days
        : Ends <= Begins ? CoachingRefusals.Hours
        : Place.Trim().Length is 0 or > Limits.Place ? CoachingRefusals.PlaceLength
        : Village.Value.Length < DistrictLength ? CoachingRefusals.VillageTooWide
        : Capacity is < 1 or > Limits.CoachingCapacity ? CoachingRefusals.Capacity
        : Host.Trim().Length > Limits.Name ? CoachingRefusals.HostLength
        : PublicText.HoldsNumber(Title) || PublicText.HoldsNumber(Place) || PublicText.HoldsNumber(Host) || Topics.Any(PublicText.HoldsNumber) ? CoachingRefusals.HoldsNumber
        : null;

    /// <summary>As it is stored: nothing around the words.</summary>
    public CoachingPlan Tidy() => this with { Title = Title.Trim(), Topics = [.. Topics.Select(topic => topic.Trim())], Place = Place.Trim(), Host = Host.Trim() };

    public bool IsSame(CoachingPlan other) => this with { Topics = other.Topics } == other && Topics.SequenceEqual(other.Topics);

    /// <summary>Whether somebody who meant to come would go to the wrong place, or on the wrong day.</summary>
    public bool IsElsewhere(CoachingPlan other) =>
        (From, Until, Begins, Ends, Place, Village) != (other.From, other.Until, other.Begins, other.Ends, other.Place, other.Village);
}
