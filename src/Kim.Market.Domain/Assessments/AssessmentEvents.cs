using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;

namespace Kim.Market.Domain.Assessments;

/// <summary>Everything that can happen to an assessment. The type names are stored: rename one and history is lost.</summary>
public abstract record AssessmentEvent
{
    private protected AssessmentEvent() { }
}

/// <summary>An officer has assessed a KIM. What was found stands here for ever and is never counted anew.</summary>
/// <param name="Office">Who assessed.</param>
/// <param name="RubricOffice">Whose rubric it was; null for the usual one.</param>
/// <param name="RubricVersion">None for the usual one.</param>
/// <param name="NextLabel">The class above; null in the highest.</param>
public sealed record AssessmentMade(
    Id<Assessment> Assessment, Id<Group> Group, Id<Office> Office, Id<Office>? RubricOffice, int RubricVersion, AssessedItem[] Items, decimal Total, int Class,
    string Label, string? NextLabel, int? NextFrom, DateTimeOffset At) : AssessmentEvent;
