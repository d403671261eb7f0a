namespace Kim.Market.Domain.Groups;

/// <summary>How alive a KIM is, by what it did: aktif, sepi, vakum. Signing in is nothing it did.</summary>
public enum GroupPulse { Active, Quiet, Still }

/// <summary>When a KIM counts as quiet and when as still; each office may set its own.</summary>
/// <param name="QuietAfter">Days without an act.</param>
/// <param name="StillAfter">Days without an act.</param>
/// <param name="MinMembers">Fewer than that are no KIM: rules of three and of ten are in force in different regencies.</param>
public sealed record GroupRules(int QuietAfter, int StillAfter, int MinMembers)
{
    public static readonly GroupRules Usual = new(QuietAfter: 30, StillAfter: 90, MinMembers: 3);

    /// <summary>Nobody at all means that nobody has counted them.</summary>
    public bool AreTooFew(int members) => members > 0 && members < MinMembers;

    /// <param name="lastAct">The last thing the KIM did; its first day when it has not done anything.</param>
    public GroupPulse PulseOf(DateTimeOffset lastAct, DateTimeOffset now) =>
        now - lastAct < TimeSpan.FromDays(QuietAfter) ? GroupPulse.Active
        : now - lastAct < TimeSpan.FromDays(StillAfter) ? GroupPulse.Quiet
        : GroupPulse.Still;

    /// <summary>When the pulse changes if nothing is done; null when it is still already.</summary>
    public DateTimeOffset? ChangesAt(DateTimeOffset lastAct, DateTimeOffset now) => PulseOf(lastAct, now) switch
    {
        GroupPulse.Active => lastAct.AddDays(QuietAfter),
        GroupPulse.Quiet => lastAct.AddDays(StillAfter),
        _ => null,
    };
}
