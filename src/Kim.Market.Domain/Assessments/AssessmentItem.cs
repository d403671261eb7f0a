namespace Kim.Market.Domain.Assessments;

/// <summary>What a KIM is assessed by. The numbers are stored.</summary>
public enum AssessmentAspect { Institution, Administration, Activity, Economy, Independence }

/// <summary>One thing that is looked at. The numbers are stored.</summary>
public enum AssessmentItem
{
    Decree, Board, Statutes, Secretariat, NationalId,
    Reports, MemberList, Storefront,
    Acts, Stories, Channels,
    Sellers, Products, Orders, Papers,
    Achievements, Partnerships, OwnIncome,
}

/// <summary>How much of a thing there is. The numbers are stored.</summary>
public enum AssessmentLevel { None, Partly, Full }

/// <summary>When something counts as there: from which figure in part and in full.</summary>
/// <param name="Weight">What an office that has said nothing gives for it, of a hundred.</param>
/// <param name="PartlyFrom">Null for what no figure tells: an officer answers.</param>
public sealed record AssessmentCriterion(AssessmentItem Item, AssessmentAspect Aspect, int Weight, int? PartlyFrom = null, int? FullFrom = null)
{
    public bool IsMeasured => FullFrom is not null;

    /// <summary>All of them, in the order in which they are read.</summary>
    public static IReadOnlyList<AssessmentCriterion> All { get; } =
    [
        new(AssessmentItem.Decree, AssessmentAspect.Institution, 6, 1, 1),
        new(AssessmentItem.Board, AssessmentAspect.Institution, 4, 1, 3),
        new(AssessmentItem.Statutes, AssessmentAspect.Institution, 4),
        new(AssessmentItem.Secretariat, AssessmentAspect.Institution, 3),
        new(AssessmentItem.NationalId, AssessmentAspect.Institution, 3, 1, 1),
        new(AssessmentItem.Reports, AssessmentAspect.Administration, 6),
        new(AssessmentItem.MemberList, AssessmentAspect.Administration, 5, 1, 1),
        new(AssessmentItem.Storefront, AssessmentAspect.Administration, 4, 1, 3),
        new(AssessmentItem.Acts, AssessmentAspect.Activity, 10, 1, 3),
        new(AssessmentItem.Stories, AssessmentAspect.Activity, 8, 1, 3),
        new(AssessmentItem.Channels, AssessmentAspect.Activity, 7, 1, 2),
        new(AssessmentItem.Sellers, AssessmentAspect.Economy, 6, 1, 5),
        new(AssessmentItem.Products, AssessmentAspect.Economy, 6, 1, 10),
        new(AssessmentItem.Orders, AssessmentAspect.Economy, 7, 1, 12),
        new(AssessmentItem.Papers, AssessmentAspect.Economy, 6, 1, 50),
        new(AssessmentItem.Achievements, AssessmentAspect.Independence, 6),
        new(AssessmentItem.Partnerships, AssessmentAspect.Independence, 5),
        new(AssessmentItem.OwnIncome, AssessmentAspect.Independence, 4),
    ];

    public static AssessmentCriterion Of(AssessmentItem item) => All.First(criterion => criterion.Item == item);

    /// <summary>Of what no figure tells for everybody, one that the platform knows of is enough.</summary>
    public AssessmentLevel LevelOf(int figure) =>
        figure >= (FullFrom ?? 1) ? AssessmentLevel.Full : figure >= PartlyFrom ? AssessmentLevel.Partly : AssessmentLevel.None;
}
