using System.Diagnostics;

namespace Kim.Market.Domain.Recoveries;

/// <summary>A way back into an account for somebody who forgot the password and has no e-mail: one link, one day, one use.</summary>
public sealed record Recovery(Id<Member> Member, DateTimeOffset ValidUntil) : IAggregate<Recovery, RecoveryEvent>
{
    public static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    public bool IsUsed { get; private init; }

    public static Decision<RecoveryEvent> Issue(Id<Recovery> id, Id<Member> member, string desk, Guid scope, DateTimeOffset now) =>
        [new RecoveryIssued(id, member, desk, scope, now + Validity, now)];

    /// <summary>A second use is refused and not ignored: it may be somebody else's.</summary>
    public Decision<RecoveryEvent> Use(DateTimeOffset now) =>
        IsUsed ? RecoveryRefusals.Used
        : now >= ValidUntil ? RecoveryRefusals.TooLate
        : [new RecoveryUsed(now)];

    public static Recovery Evolve(Recovery? state, RecoveryEvent happened) => (state, happened) switch
    {
        (null, RecoveryIssued e) => new(e.Member, e.ValidUntil),
        (not null, RecoveryUsed) => state with { IsUsed = true },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot follow {(state is null ? "nothing" : "an issued recovery")}."),
    };
}
