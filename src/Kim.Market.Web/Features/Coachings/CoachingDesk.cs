using Kim.Market.Domain;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Offices;
using Kim.Market.EventSourcing;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>Plans coachings, and takes down what becomes of them. Whose they are, the caller has checked.</summary>
public sealed class CoachingDesk(Marketplace marketplace, TimeProvider clock)
{
    /// <param name="id">Drawn with the form: sent twice, it is one coaching.</param>
    /// <param name="at">When it happened, when that is not now: a seed's simulated clock.</param>
    public async Task<Refusal?> PlanAsync(
        Id<Coaching> id, Id<Office> office, RegionCode region, CoachingPlan plan, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        try
        {
            return await marketplace.BeginAsync(id, Coaching.Schedule(id, office, region, plan, Here(plan.Village, at)), asker.By(id.Value, at), ct);
        }
        catch (StreamMovedException)
        {
            return null; // the same form, sent before: it stands
        }
    }

    public Task<Refusal?> ChangeAsync(Guid id, CoachingPlan plan, string reason, Asker asker, CancellationToken ct) =>
        TellAsync(id, (known, now) => known.Change(plan, reason, now), asker, ct);

    public Task<Refusal?> InviteAsync(Guid id, IReadOnlyList<Id<Group>> groups, Asker asker, CancellationToken ct, DateTimeOffset? at = null) =>
        TellAsync(id, (known, now) => known.Invite(groups, now), asker, ct, at);

    public Task<Refusal?> AnswerAsync(Guid id, Guid kim, int people, Asker asker, CancellationToken ct, DateTimeOffset? at = null) =>
        TellAsync(id, (known, now) => known.Answer(new Id<Group>(kim), people, now), asker, ct, at);

    /// <summary>Asks it for something, at the day and hour of its place.</summary>
    public Task<Refusal?> TellAsync(
        Guid id, Func<Coaching, DateTimeOffset, Decision<CoachingEvent>> decide, Asker asker, CancellationToken ct, DateTimeOffset? at = null) =>
        marketplace.TellAsync(
            new Id<Coaching>(id),
            (Coaching known) => decide(known, Here(known.Plan.Village, at)),
            asker.By(at: at), ct);

    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Now, by the clock of the place.</summary>
    internal DateTimeOffset Here(RegionCode village, DateTimeOffset? at = null) => (at ?? clock.GetUtcNow()).ToOffset(CoachingWords.ZoneOf(village).Offset);
}
