namespace Kim.Market.Domain.Contests;

/// <summary>By what is judged.</summary>
/// <param name="Weight">Of a hundred.</param>
public sealed record ContestCriterion(string Name, int Weight);

/// <summary>What a contest is about, when entries are taken, and by what they are judged. Nobody's name or number stands in it.</summary>
/// <param name="OpensOn">The first day of entries.</param>
/// <param name="ClosesOn">The last one; judged is afterwards.</param>
/// <param name="Winners">So many places win.</param>
public sealed record ContestTerms(string Title, string About, ContestCriterion[] Criteria, DateOnly OpensOn, DateOnly ClosesOn, int Winners)
{
    public const int Whole = 100;
    public const int FewestCriteria = 2;
    public const int MostCriteria = 5;
    public const int MostDays = 120;
    public const int MostWinners = 10;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Problem() =>
        Title.Trim().Length is 0 or > Limits.Name ? ContestRefusals.TitleLength
        : About.Trim().Length is 0 or > Limits.Note ? ContestRefusals.AboutLength
        : Criteria.Length is < FewestCriteria or > MostCriteria ? ContestRefusals.CriteriaCount
        : Criteria.Any(criterion => criterion.Name.Trim().Length is 0 or > Limits.Option || criterion.Weight < 1) ? ContestRefusals.CriterionLine
        : Criteria.Sum(criterion => (long)criterion.Weight) != Whole ? ContestRefusals.Weights
        : ClosesOn < OpensOn || ClosesOn > OpensOn.AddDays(MostDays - 1) ? ContestRefusals.Days
        : Winners is < 1 or > MostWinners ? ContestRefusals.WinnerCount
        : PublicText.HoldsNumber(Title) || PublicText.HoldsNumber(About) || Criteria.Any(criterion => PublicText.HoldsNumber(criterion.Name)) ? ContestRefusals.HoldsNumber
        : null;

    /// <summary>As it is stored: nothing around the words.</summary>
    public ContestTerms Tidy() => this with { Title = Title.Trim(), About = About.Trim(), Criteria = [.. Criteria.Select(criterion => criterion with { Name = criterion.Name.Trim() })] };

    public bool IsSame(ContestTerms other) => this with { Criteria = other.Criteria } == other && Criteria.SequenceEqual(other.Criteria);
}

/// <summary>What a KIM enters with, and what was given for it.</summary>
/// <param name="Address">A page of this site, from its first slash.</param>
public sealed record ContestEntry(string Title, string Text, string Address)
{
    public const int LongestText = 300;

    /// <summary>By judge, for each criterion in its order.</summary>
    public IReadOnlyDictionary<Id<Member>, int[]> Scores { get; private init; } = new Dictionary<Id<Member>, int[]>();

    internal ContestEntry With(Id<Member> judge, int[] scores) => this with { Scores = new Dictionary<Id<Member>, int[]>(Scores) { [judge] = scores } };

    /// <summary>For each criterion; none given is nothing.</summary>
    internal decimal[] Means(int criteria) =>
        [.. Enumerable.Range(0, criteria).Select(at => Scores.Count == 0 ? 0 : (decimal)Scores.Values.Sum(scores => scores[at]) / Scores.Count)];
}
