namespace Kim.Market.Domain.Recoveries;

/// <summary>Everything that can happen to a way back into an account. The type names are stored: rename one and history is lost.</summary>
public abstract record RecoveryEvent
{
    private protected RecoveryEvent() { }
}

/// <summary>Somebody answerable for the member made a one-time link; the link itself is no event.</summary>
/// <param name="Desk">At which desk it was made: kelola (KIM), dinas (office), operator.</param>
/// <param name="Scope">Which KIM, which office.</param>
public sealed record RecoveryIssued(
    Id<Recovery> Recovery, Id<Member> Member, string Desk, Guid Scope, DateTimeOffset ValidUntil, DateTimeOffset At) : RecoveryEvent;

/// <summary>A new password was set with the link.</summary>
public sealed record RecoveryUsed(DateTimeOffset At) : RecoveryEvent;
