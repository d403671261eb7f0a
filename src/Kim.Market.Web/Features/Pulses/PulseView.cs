using Kim.Market.Domain.Groups;

namespace Kim.Market.Web.Features.Pulses;

/// <summary>What wakes a KIM with the least work, the lightest first.</summary>
public enum PulseStep { Wake, ApproveGoods, ApproveStall, HandOver, ShowAgain, ListGoods, InviteSeller }

/// <summary>What stands at a KIM that would count as something it did, were it done.</summary>
public sealed record PulseFacts(
    short Status, DateTime? LastAct, int? QuietAfter, int? StillAfter, int WaitingGoods, int WaitingStalls, int ReadyOrders, int Withdrawn, int Stalls)
{
    public GroupRules Rules => QuietAfter is { } quiet && StillAfter is { } still
        ? GroupRules.Usual with { QuietAfter = quiet, StillAfter = still }
        : GroupRules.Usual;

    /// <summary>The cheapest thing that would count, and how many of it there are.</summary>
    public (PulseStep Step, int Count) Cheapest =>
        Status == (short)GroupStatus.Dormant ? (PulseStep.Wake, 1)
        : WaitingGoods > 0 ? (PulseStep.ApproveGoods, WaitingGoods)
        : WaitingStalls > 0 ? (PulseStep.ApproveStall, WaitingStalls)
        : ReadyOrders > 0 ? (PulseStep.HandOver, ReadyOrders)
        : Withdrawn > 0 ? (PulseStep.ShowAgain, Withdrawn)
        : Stalls > 0 ? (PulseStep.ListGoods, 0)
        : (PulseStep.InviteSeller, 0);
}

/// <summary>A KIM's pulse, what it rests on, when it changes if nothing is done, and what is done most easily.</summary>
public sealed record PulseView(GroupPulse Pulse, DateTimeOffset? ChangesAt, IReadOnlyList<Act> Acts, PulseStep Step, int Count)
{
    /// <summary>Where the step is taken; null where the reader cannot take it.</summary>
    public string? Href { get; init; }
}
