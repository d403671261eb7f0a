using System.Diagnostics;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Assessments;

/// <summary>What an officer says of something that no figure tells.</summary>
/// <param name="Note">Read by the board of the KIM; may be empty.</param>
public sealed record AssessmentAnswer(AssessmentLevel? Level, string Note);

/// <param name="Figure">What the platform counted; null where the officer answered.</param>
public sealed record AssessedItem(AssessmentItem Item, int Weight, int? Figure, AssessmentLevel Level, decimal Points, string Note);

/// <summary>The rubric that holds for a KIM.</summary>
/// <param name="Office">Whose it is; null for the usual one.</param>
/// <param name="Version">None for the usual one.</param>
public sealed record RubricInForce(Id<Office>? Office, int Version, Rubric Terms)
{
    public static RubricInForce Usual { get; } = new(null, 0, Rubric.Usual);
}

/// <summary>One look of an office at a KIM, and in which class it is. The next look is another one.</summary>
public sealed record Assessment(Id<Assessment> Id) : IAggregate<Assessment, AssessmentEvent>
{
    /// <param name="figures">What the platform counted, for each item that it measures, and for any other of which it knows something.</param>
    /// <param name="answers">What the officer said, for what was not counted.</param>
    public static Decision<AssessmentEvent> Make(
        Id<Assessment> id, Id<Group> group, Id<Office> office, RubricInForce rubric, IReadOnlyDictionary<AssessmentItem, int> figures,
        IReadOnlyDictionary<AssessmentItem, AssessmentAnswer> answers, DateTimeOffset now)
    {
        var asked = AssessmentCriterion.All.Where(criterion => rubric.Terms.WeightOf(criterion.Item) > 0).ToList();
        var problem = asked.Where(criterion => !criterion.IsMeasured && !figures.ContainsKey(criterion.Item)).Select(criterion => Problem(answers.GetValueOrDefault(criterion.Item))).FirstOrDefault(found => found is not null);
        if (problem is not null)
        {
            return problem;
        }

        AssessedItem[] items = [.. asked.Select(criterion => Assess(criterion, rubric.Terms.WeightOf(criterion.Item), figures, answers))];
        var total = items.Sum(item => item.Points);
        var at = rubric.Terms.ClassOf(total);
        return
        [
            new AssessmentMade(
                id, group, office, rubric.Office, rubric.Version, items, total, at, rubric.Terms.Labels[at], at < Rubric.Classes - 1 ? rubric.Terms.Labels[at + 1] : null,
                at switch { 0 => rubric.Terms.MiddleFrom, 1 => rubric.Terms.TopFrom, _ => null }, now),
        ];
    }

    public static Assessment Evolve(Assessment? state, AssessmentEvent happened) => (state, happened) switch
    {
        (null, AssessmentMade e) => new(e.Assessment),
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an assessment")}."),
    };

    // Half of what there is to have is half of a weight: points are exact, and their sum is the total.
    private static AssessedItem Assess(
        AssessmentCriterion criterion, int weight, IReadOnlyDictionary<AssessmentItem, int> figures, IReadOnlyDictionary<AssessmentItem, AssessmentAnswer> answers)
    {
        int? figure = figures.TryGetValue(criterion.Item, out var known) ? known : criterion.IsMeasured ? throw new KeyNotFoundException($"{criterion.Item} is measured.") : null;
        var level = figure is { } counted ? criterion.LevelOf(counted) : answers[criterion.Item].Level!.Value;
        return new(criterion.Item, weight, figure, level, weight * (int)level / 2m, figure is null ? answers[criterion.Item].Note.Trim() : "");
    }

    private static Refusal? Problem(AssessmentAnswer? answer) =>
        answer?.Level is not { } level || !Enum.IsDefined(level) ? AssessmentRefusals.NotAnswered
        : answer.Note.Trim().Length > Limits.Remark ? AssessmentRefusals.NoteLength
        : PublicText.HoldsNumber(answer.Note) ? AssessmentRefusals.HoldsNumber
        : null;
}

public static class AssessmentRefusals
{
    public static readonly Refusal NotAnswered = new("assessment.not_answered");
    public static readonly Refusal NoteLength = new("assessment.note_length", Limits.Remark);
    public static readonly Refusal HoldsNumber = new("assessment.holds_number");
}
