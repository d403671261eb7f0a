using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Contests;

/// <summary>How far it has come. The numbers are stored. Whether entries are taken, the day says.</summary>
public enum ContestStatus { Announced, CalledOff, Decided }

/// <summary>A contest of an office for the KIM of its region: by criteria with weights that are known before anybody enters.</summary>
public sealed record Contest(Id<Contest> Id, Id<Office> Office, RegionCode Region) : IAggregate<Contest, ContestEvent>
{
    public ContestTerms Terms { get; private init; } = null!;

    public ContestStatus Status { get; private init; }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyDictionary<Id<Group>, ContestEntry> Entries { get; private init; } = new Dictionary<Id<Group>, ContestEntry>();

    /// <param name="today">At the office.</param>
    public static Decision<ContestEvent> Announce(Id<Contest> id, Id<Office> office, RegionCode region, ContestTerms terms, DateOnly today, DateTimeOffset now) =>
        Problem(terms, today) is { } problem ? problem : [new ContestAnnounced(id, office, region, terms.Tidy(), now)];

    /// <summary>Until its first day: whoever enters knows by what they are judged.</summary>
    public Decision<ContestEvent> Rewrite(ContestTerms terms, DateOnly today, DateTimeOffset now) =>
        Closed() is { } closed ? closed
        : today >= Terms.OpensOn ? ContestRefusals.HasBegun
        : Problem(terms, today) is { } problem ? problem
        : terms.Tidy().IsSame(Terms) ? []
        : [new ContestRewritten(terms.Tidy(), now)];

    public Decision<ContestEvent> CallOff(string reason, DateTimeOffset now) =>
        Status == ContestStatus.CalledOff ? []
        : Closed() is { } closed ? closed
        : reason.Trim().Length is 0 or > Limits.Remark ? ContestRefusals.ReasonLength
        : PublicText.HoldsNumber(reason) ? ContestRefusals.HoldsNumber
        : [new ContestCalledOff(reason.Trim(), now)];

    /// <summary>A KIM enters, or says it better before the last day is over.</summary>
    /// <param name="seat">Where the KIM has its seat.</param>
    /// <param name="isOwn">Whether the address is a page of this KIM, its sellers or its village.</param>
    public Decision<ContestEvent> Enter(Id<Group> group, RegionCode seat, string title, string text, string address, bool isOwn, DateOnly today, DateTimeOffset now) =>
        Taking(today) is { } closed ? closed
        : !Region.Contains(seat) ? ContestRefusals.Elsewhere
        : title.Trim().Length is 0 or > Limits.Name ? ContestRefusals.TitleLength
        : text.Trim().Length is 0 or > ContestEntry.LongestText ? ContestRefusals.TextLength
        : PublicText.HoldsNumber(title) || PublicText.HoldsNumber(text) ? ContestRefusals.HoldsNumber
        : !isOwn ? ContestRefusals.NotOwn
        : Entries.GetValueOrDefault(group) is { } known && (known.Title, known.Text, known.Address) == (title.Trim(), text.Trim(), address) ? []
        : !Entries.ContainsKey(group) && Entries.Count >= Limits.ContestEntries ? ContestRefusals.TooMany
        : [new ContestEntered(group, title.Trim(), text.Trim(), address, now)];

    public Decision<ContestEvent> Withdraw(Id<Group> group, DateOnly today, DateTimeOffset now) =>
        !Entries.ContainsKey(group) ? []
        : Taking(today) is { } closed ? closed
        : [new ContestEntryWithdrawn(group, now)];

    /// <summary>What one officer gives to one entry; said again, it counts as said last.</summary>
    /// <param name="scores">From 0 to 100, for each criterion in its order.</param>
    /// <param name="isOfItsBoard">Nobody judges their own KIM.</param>
    public Decision<ContestEvent> Score(Id<Group> group, Id<Member> judge, int[] scores, bool isOfItsBoard, DateOnly today, DateTimeOffset now) =>
        Closed() is { } closed ? closed
        : today <= Terms.ClosesOn ? ContestRefusals.StillOpen
        : !Entries.TryGetValue(group, out var entry) ? ContestRefusals.NotEntered
        : isOfItsBoard ? ContestRefusals.OwnGroup
        : scores.Length != Terms.Criteria.Length || scores.Any(score => score is < 0 or > 100) ? ContestRefusals.Scores
        : entry.Scores.TryGetValue(judge, out var before) && before.SequenceEqual(scores) ? []
        : [new ContestEntryScored(group, judge, scores, now)];

    /// <summary>Says who won, once every entry was scored. The same points are the same place.</summary>
    public Decision<ContestEvent> Decide(DateOnly today, DateTimeOffset now) =>
        Status == ContestStatus.Decided ? []
        : Closed() is { } closed ? closed
        : today <= Terms.ClosesOn ? ContestRefusals.StillOpen
        : Entries.Count == 0 ? ContestRefusals.NoEntries
        : Entries.Values.Any(entry => entry.Scores.Count == 0) ? ContestRefusals.NotAllScored
        : [new ContestDecided(Table(), now)];

    /// <summary>Best first: of each criterion the mean of what the judges gave, together by weight, to one decimal.</summary>
    public ContestPlace[] Table()
    {
        var rows = Entries.Select(entry => (entry.Key, entry.Value, Means: entry.Value.Means(Terms.Criteria.Length)))
            .Select(row => (row.Key, row.Value, row.Means, Total: Rounded(row.Means.Zip(Terms.Criteria, (mean, criterion) => mean * criterion.Weight).Sum() / ContestTerms.Whole)))
            .OrderByDescending(row => row.Total).ToList();
        return [.. rows.Select(row => new ContestPlace(row.Key, row.Value.Title, [.. row.Means.Select(Rounded)], row.Total, 1 + rows.Count(other => other.Total > row.Total)))];
    }

    public static Contest Evolve(Contest? state, ContestEvent happened) => (state, happened) switch
    {
        (null, ContestAnnounced e) => new(e.Contest, e.Office, e.Region) { Terms = e.Terms },
        (not null, ContestRewritten e) => state with { Terms = e.Terms },
        (not null, ContestCalledOff) => state with { Status = ContestStatus.CalledOff },
        (not null, ContestEntered e) => state.With(e.Group, (state.Entries.GetValueOrDefault(e.Group) ?? new("", "", "")) with { Title = e.Title, Text = e.Text, Address = e.Address }),
        (not null, ContestEntryWithdrawn e) => state with { Entries = state.Entries.Where(entry => entry.Key != e.Group).ToDictionary() },
        (not null, ContestEntryScored e) => state.With(e.Group, state.Entries[e.Group].With(e.Judge, e.Scores)),
        (not null, ContestDecided) => state with { Status = ContestStatus.Decided },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "a contest")}."),
    };

    private Contest With(Id<Group> group, ContestEntry entry) => this with { Entries = new Dictionary<Id<Group>, ContestEntry>(Entries) { [group] = entry } };

    private static decimal Rounded(decimal points) => decimal.Round(points, 1, MidpointRounding.AwayFromZero);

    private Refusal? Taking(DateOnly today) =>
        Closed() is { } closed ? closed
        : today < Terms.OpensOn ? ContestRefusals.NotYet
        : today > Terms.ClosesOn ? ContestRefusals.Over
        : null;

    private Refusal? Closed() => Status switch
    {
        ContestStatus.CalledOff => ContestRefusals.IsCalledOff,
        ContestStatus.Decided => ContestRefusals.IsDecided,
        _ => null,
    };

    private static Refusal? Problem(ContestTerms terms, DateOnly today) => terms.Problem() is { } problem ? problem : terms.ClosesOn < today ? ContestRefusals.Over : null;
}
