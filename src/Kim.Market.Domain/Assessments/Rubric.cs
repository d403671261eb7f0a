namespace Kim.Market.Domain.Assessments;

/// <param name="Weight">Of a hundred; none: it is not looked at.</param>
public sealed record RubricWeight(AssessmentItem Item, int Weight);

/// <summary>By what an office assesses the KIM of its region.</summary>
/// <param name="Weights">Every item once; together a hundred.</param>
/// <param name="Labels">What the classes are called, the lowest first.</param>
/// <param name="MiddleFrom">From how many points a KIM is in the middle class.</param>
/// <param name="TopFrom">From how many points a KIM is in the highest class.</param>
/// <param name="IsPublic">Whether everybody reads in which class a KIM is.</param>
public sealed record Rubric(RubricWeight[] Weights, string[] Labels, int MiddleFrom, int TopFrom, bool IsPublic)
{
    public const int Classes = 3;
    public const int Total = 100;

    /// <summary>Of an office that has made none.</summary>
    public static Rubric Usual { get; } = new(
        [.. AssessmentCriterion.All.Select(criterion => new RubricWeight(criterion.Item, criterion.Weight))], ["Pemula", "Berkembang", "Mandiri"], 50, 75, IsPublic: true);

    public int WeightOf(AssessmentItem item) => Weights.First(weight => weight.Item == item).Weight;

    public int ClassOf(decimal total) => total >= TopFrom ? 2 : total >= MiddleFrom ? 1 : 0;

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public Refusal? Problem() =>
        !Weights.Select(weight => weight.Item).Order().SequenceEqual(Enum.GetValues<AssessmentItem>().Order()) || Weights.Any(weight => weight.Weight < 0)
            || Weights.Sum(weight => (long)weight.Weight) != Total ? RubricRefusals.Weights
        : Labels.Length != Classes || Labels.Any(label => label.Trim().Length is 0 or > Limits.ClassName) ? RubricRefusals.LabelLength
        : Labels.Select(label => label.Trim().ToLowerInvariant()).Distinct().Count() < Classes ? RubricRefusals.LabelTwice
        : Labels.Any(PublicText.HoldsNumber) ? RubricRefusals.HoldsNumber
        : MiddleFrom < 1 || TopFrom <= MiddleFrom || TopFrom > Total ? RubricRefusals.Thresholds
        : null;

    /// <summary>As it is stored: in one order, nothing around the words.</summary>
    public Rubric Tidy() => this with { Weights = [.. Weights.OrderBy(weight => weight.Item)], Labels = [.. Labels.Select(label => label.Trim())] };

    public bool IsSame(Rubric other) =>
        Weights.SequenceEqual(other.Weights) && Labels.SequenceEqual(other.Labels) && (MiddleFrom, TopFrom, IsPublic) == (other.MiddleFrom, other.TopFrom, other.IsPublic);
}

public static class RubricRefusals
{
    public static readonly Refusal Weights = new("rubric.weights", Rubric.Total);
    public static readonly Refusal LabelLength = new("rubric.label_length", Limits.ClassName);
    public static readonly Refusal LabelTwice = new("rubric.label_twice");
    public static readonly Refusal HoldsNumber = new("rubric.holds_number");
    public static readonly Refusal Thresholds = new("rubric.thresholds", Rubric.Total);
}
