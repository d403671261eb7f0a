using Kim.Market.Domain;
using Kim.Market.Domain.Businesses;
using Kim.Market.Domain.Certificates;
using Kim.Market.Domain.Coachings;
using Kim.Market.Domain.Groups;
using Kim.Market.Domain.Orders;
using Kim.Market.Domain.Products;
using Kim.Market.Domain.Stories;
using Kim.Market.EventSourcing;
using Kim.Market.Web.Features.Regions;
using Kim.Market.Web.Format;

namespace Kim.Market.Web.Features.Results;

/// <summary>The history that made one row of a figure, up to the very event that made it.</summary>
/// <param name="Order">What was ordered, where the row counts an order.</param>
/// <param name="Omitted">How many older events are left out, because no page can show them all.</param>
/// <param name="Struck">Why it counts no more; null while it does.</param>
public sealed record Proof(string Name, Zone Zone, IReadOnlyList<Recorded> Events, OrderPlaced? Order, int Omitted, OrderStruck? Struck)
{
    public Recorded Counted => Events[^1];

    /// <summary>What delivery cost: as the order said, or as both agreed afterwards.</summary>
    public Rupiah Fee => Events.Select(recorded => recorded.Data switch
    {
        DeliveryQuoteAgreed e => e.Fee,
        MarketShareAgreed e => e.Share,
        MarketShareChanged { AgreeBy: null } e => e.Share,
        _ => (Rupiah?)null,
    }).LastOrDefault(fee => fee is not null) ?? Order?.DeliveryFee ?? Rupiah.Zero;
}

/// <summary>Finds proofs. Only events that a figure counts or a badge rests on can be opened, so nothing unpublished can be read this way.</summary>
public sealed class Proofs(EventStore store)
{
    private const int Shown = 100;

    /// <summary>Null when there is no such event, or when no figure counts it and no badge rests on it.</summary>
    public async Task<Proof?> FindAsync(Guid stream, long version, CancellationToken ct)
    {
        var all = await store.ReadAsync(stream, ct: ct);
        var history = all.TakeWhile(recorded => recorded.Version <= version).ToList();
        if (history is not [var first, ..] || history[^1].Version != version || !IsCounted(history[^1].Data))
        {
            return null;
        }

        var (name, place) = first.Data switch
        {
            GroupProposed e => (e.Name, e.Seat),
            BusinessRegistered e => (e.Name, e.Village),
            OrderPlaced e => (e.Number, e.SellerVillage),
            CertificateStated e => (e.Number, null),
            ProductDrafted e => (e.Name, (RegionCode?)null),
            StoryWritten e => (IsAway(all) ? "–" : e.Title, null),
            AttendanceRecorded e when await OpenAsync(e.Coaching, ct) is { } plan => (plan.Title, plan.Village),
            AttendanceRecorded => ("–", null), // what only those invited read of is not named
            _ => throw new InvalidOperationException($"A figure counts a stream that begins with {first.Type}."),
        };
        return new(
            name, place is { } at ? Zone.Of(IndonesianTime.ZoneOf(at)) : Zone.Wita, [.. history.TakeLast(Shown)],
            first.Data as OrderPlaced, Math.Max(0, history.Count - Shown),
            all.Select(recorded => recorded.Data).LastOrDefault(happened => happened is OrderStruck or OrderCountedAgain) as OrderStruck);
    }

    /// <summary>What a coaching was to be when it was last said, where everybody may read of it.</summary>
    private async Task<CoachingPlan?> OpenAsync(Id<Coaching> coaching, CancellationToken ct) =>
        (await store.ReadAsync(coaching.Value, ct: ct)).Select(recorded => recorded.Data).Select(happened => happened switch
        {
            CoachingPlanned e => e.Plan,
            CoachingChanged e => e.Plan,
            CoachingMoved e => e.Plan,
            _ => null,
        }).LastOrDefault(plan => plan is not null) is { IsOpen: true } open ? open : null;

    // That something was told stays; what was told and taken away is read no more.
    private static bool IsAway(IReadOnlyList<Recorded> story) =>
        story.Last(recorded => recorded.Data is StoryWritten or StoryWithdrawn or StoryShownAgain or StoryScheduled or StoryAppeared).Data is StoryWithdrawn or StoryScheduled;

    private static bool IsCounted(object happened) => happened
        is GroupActivated or GroupReactivated or GroupSuspensionLifted or GroupPulseChanged { Pulse: GroupPulse.Active }
        or BusinessApproved or BusinessReopened or BusinessSuspensionLifted or ProductPublished
        or CertificateVerified or CertificateRevoked
        or OrderCompleted or OrderCountedAgain
        or StoryWritten or AttendanceRecorded or AttendanceCountedAgain;
}
