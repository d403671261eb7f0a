using Kim.Market.Domain;
using Kim.Market.Domain.Assessments;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Assessments;

/// <summary>Assesses KIM. Whose they are, the caller has checked.</summary>
public sealed class AssessmentDesk(Marketplace marketplace, AssessmentBook book, AssessmentFigures figures, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one assessment.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<Refusal?> AssessAsync(
        Id<Assessment> id, Guid kim, Id<Office> office, IReadOnlyDictionary<AssessmentItem, AssessmentAnswer> answers, Asker asker, CancellationToken ct,
        DateTimeOffset? at = null)
    {
        var (rubric, counted) = (await book.RubricOfAsync(kim, ct), await figures.OfAsync(kim, ct));
        try
        {
            return await marketplace.BeginAsync(
                id, Assessment.Make(id, new Id<Group>(kim), office, rubric, counted, answers, at ?? clock.GetUtcNow()), asker.By(id.Value, at), ct);
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }
    }

    public Task<Refusal?> SetRubricAsync(Guid office, Rubric rubric, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(new Id<Office>(office), (Office known) => known.SetRubric(rubric, clock.GetUtcNow()), asker.By(), ct);
}
