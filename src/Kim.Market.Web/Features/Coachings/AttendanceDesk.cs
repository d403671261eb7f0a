using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Coachings;

namespace Kim.Market.Web.Features.Coachings;

/// <summary>How many people an officer counted.</summary>
public sealed record HeadCount(int People, int? Women, int? Men, string Reason);

/// <summary>Takes down who came. Whose it is to say, the caller has checked.</summary>
public sealed class AttendanceDesk(Marketplace marketplace, CoachingDesk desk)
{
    /// <summary>Ten presses are one attendance: what is said has one id.</summary>
    public Task<Refusal?> CheckInAsync(Guid coaching, ComesAs who, Asker asker, CancellationToken ct) => TellAsync(
        coaching, asker.Member!.Value.Value, (known, at, now) => Attendance.CheckIn(known, at, new(who.GroupId), BusinessOf(who), asker.Member.Value, now), asker, ct);

    /// <param name="at">When it was, when that is not now: a seed's simulated clock.</param>
    public Task<Refusal?> CountAsync(Guid coaching, ComesAs who, HeadCount heads, Asker asker, CancellationToken ct, DateTimeOffset? at = null) => TellAsync(
        coaching, who.Scope,
        (known, there, now) => Attendance.Count(known, there, new(who.GroupId), BusinessOf(who), heads.People, heads.Women, heads.Men, heads.Reason, now), asker, ct, at);

    public Task<Refusal?> StrikeAsync(Guid attendance, string reason, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(new Id<Attendance>(attendance), (Attendance known) => known.Strike(reason, desk.Now), asker.By(), ct);

    public Task<Refusal?> CountAgainAsync(Guid attendance, string reason, Asker asker, CancellationToken ct) =>
        marketplace.TellAsync(new Id<Attendance>(attendance), (Attendance known) => known.CountAgain(reason, desk.Now), asker.By(), ct);

    private async Task<Refusal?> TellAsync(
        Guid coaching, Guid who, Func<Attendance?, Coaching, DateTimeOffset, Decision<AttendanceEvent>> decide, Asker asker, CancellationToken ct, DateTimeOffset? at = null)
    {
        var id = new Id<Coaching>(coaching);
        var there = (await marketplace.LoadAsync<Coaching, CoachingEvent>(id, ct)).State ?? throw new InvalidOperationException("There is no such coaching.");
        return await marketplace.TellAsync<Attendance, AttendanceEvent>(
            Attendance.Of(id, who), known => decide(known, there, desk.Here(there.Plan.Village, at)), asker.By(at: at), ct);
    }

    private static Id<Business>? BusinessOf(ComesAs who) => who.BusinessId is { } business ? new Id<Business>(business) : null;
}
